"""One call for a public example and its fresh twin."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from grader.pages.asked import TAKEN
from grader.pages.check import Check
from grader.pages.inputs import Inputs


def twins(
    kind: Callable[..., Check],
    function: Any,
    example: tuple[str, Mapping[str, Any]],
    fresh: tuple[str, Mapping[str, Any] | Inputs],
    points: float = 1,
    **words: Any,
) -> list[Check]:
    """Make two checks of a kind: a public example, and a hidden one with fresh inputs, worth ``points``.

    Each is given by its title and its inputs; the fresh ones may come from a function of a generator.
    Other ``words`` are common to both.
    """
    (title, given), (other, drawn) = example, fresh
    inputs = {"inputs": drawn} if callable(drawn) else named(function, drawn)
    return [
        kind(function, **named(function, given), title=title, public=True, **words),
        kind(function, **inputs, title=other, points=points, **words),
    ]


def named(function: Any, given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return inputs as a call gives them: in ``inputs=`` those that are called like a word of checks."""
    parameters = inspect.signature(function).parameters
    own = {name: value for name, value in given.items() if name in parameters and name in TAKEN}
    return {**{name: given[name] for name in given if name not in own}, **({"inputs": own} if own else {})}
