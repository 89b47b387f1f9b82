"""A scenario, how near it must land, what it is worth."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside.observation import Scenario


@dataclass(frozen=True)
class Draw:
    """An input that is drawn when the key is made, not written on the page."""

    take: Callable[[np.random.Generator], Any]


@dataclass(frozen=True)
class Check:
    """One check as its author wrote it, its inputs not yet drawn.

    ``inputs`` maps the task's parameters, in order, to values or draws; ``draw`` returns further ones
    that depend on each other. ``uses`` names the tasks whose mistakes reach this check besides its own.
    ``parts`` names the items of a sequence (``""`` for the result's). ``tolerance`` is a bound relative to
    the check's scale; None leaves it to measurement. ``curve`` is the value to plot: over the epochs, or
    where ``along`` names an input over its numbers, with those of the input ``data`` as points beside it.
    ``note`` says why a check that catches nothing stands here nevertheless. ``within`` is how far a predicted
    number may be off. ``only`` are the values that it grades, where an experiment feeds several checks;
    ``drawn_as`` is the id under which inputs are drawn for all of them.
    """

    title: str
    task: str
    kind: str
    labels: tuple[str, ...]
    inputs: Mapping[str, Any]
    draw: Callable[[np.random.Generator], Mapping[str, Any]] | None = None
    points: float = 1
    public: bool = False
    uses: tuple[str, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    result: str | None = None
    fields: tuple[str, ...] = ()
    of: str = ""
    of_args: tuple[str, ...] = ()
    wrt: tuple[str, ...] = ()
    tolerance: float | None = None
    within: float = 0.0
    curve: str = ""
    along: str = ""
    data: str = ""
    note: str = ""
    only: tuple[str, ...] = ()
    drawn_as: str = ""
    experiment: Callable[..., Any] | None = None

    @property
    def id(self) -> str:
        """The title as a word: "one sample" is ``one-sample``."""
        return re.sub(r"\W+", "-", self.title.lower()).strip("-")


def as_it_is(value: Any) -> Any:
    """Return an input that needs no record of its own."""
    return value


def scenario_of(check: Check, seed: int, text: str = "", given: Callable[[Any], Any] = as_it_is) -> Scenario:
    """Draw a check's inputs and return the experiment to run.

    ``given`` returns the record for a function or a random generator; anything else it returns as it is.

    The draws depend on the seed and the experiment's id alone, so that adding a check redraws no other.
    """
    rng = np.random.default_rng([seed, zlib.crc32((check.drawn_as or check.id).encode())])
    inputs = {name: resolve(value, rng) for name, value in check.inputs.items()}
    if check.draw is not None:
        inputs.update(check.draw(rng))
    return Scenario(
        kind=check.kind,
        task=check.task,
        args=tuple(plain(inputs[label], given) for label in check.labels),
        labels=check.labels,
        parts=check.parts,
        result=check.result,
        fields=check.fields,
        of=check.of,
        of_args=check.of_args,
        wrt=check.wrt,
        text=text,
        seed=int(rng.integers(2**31)),
        only=check.only,
    )


def resolve(value: Any, rng: np.random.Generator) -> Any:
    """Return an input with every draw in it taken."""
    if isinstance(value, Draw):
        return resolve(value.take(rng), rng)
    if isinstance(value, list | tuple):
        return type(value)(resolve(item, rng) for item in value)
    if isinstance(value, dict):
        return {key: resolve(item, rng) for key, item in value.items()}
    return value


def plain(value: Any, given: Callable[[Any], Any] = as_it_is) -> Any:
    """Return an input in the few types that travel to the sandbox: NumPy scalars become Python numbers."""
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, list | tuple):
        return type(value)(plain(item, given) for item in value)
    if isinstance(value, dict):
        return {plain(key, given): plain(item, given) for key, item in value.items()}
    return given(value)
