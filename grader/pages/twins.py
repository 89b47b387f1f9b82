"""One call for a public example and its fresh twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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
    inputs = {"inputs": drawn} if callable(drawn) else drawn
    return [
        kind(function, **given, title=title, public=True, **words),
        kind(function, **inputs, title=other, points=points, **words),
    ]
