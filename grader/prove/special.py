"""Faults of inputs that hide mistakes by themselves: a symmetric matrix, the same number throughout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from grader.inside.observation import Leaf, Scenario
from grader.keys.key import KeyCheck
from grader.prove.proof import Evidence, Fault

Arrays = Mapping[str, np.ndarray]


def symmetric_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report a public check with a symmetric matrix, where a transpose more or less is no difference."""
    for place, check in enumerate(evidence.key.checks):
        hidden = [arrays(other.scenario) for other in hidden_of(evidence, check)]
        for label, array in arrays(check.scenario).items():
            # Where the hidden checks draw nothing else, as Hessians, the task is about symmetric matrices.
            wanted = any(label in other and not is_symmetric(other[label]) for other in hidden)
            if check.public and wanted and is_symmetric(array) and check.scenario.kind != "raises":
                yield Fault(
                    "blind",
                    evidence.line_of_check(place),
                    f"{label} of the public check {check.title!r} is a symmetric matrix, which hides a "
                    "transpose too many or too few; exchange one number",
                )


def equal_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report inputs with one and the same number throughout, which hides an order, an axis, a product."""
    for place, check in enumerate(evidence.key.checks):
        others = [other for other in evidence.key.checks if other.task == check.task]
        public = [arrays(other.scenario) for other in others if other.public]
        hidden = [arrays(other.scenario) for other in others if not other.public]
        for label, array in arrays(check.scenario).items():
            # Zeros are a start like any other; a square matrix is symmetric, and is reported as such.
            # Where an exception is expected, the numbers do not count.
            plain = not array.any() or is_symmetric(array) or check.scenario.kind == "raises"
            if plain or not is_constant(array):
                continue
            shown = check.public and all(is_constant(one[label]) for one in public if label in one)
            varied = any(label in one and not is_constant(one[label]) for one in hidden)
            if not evidence.exercise.checks[place].note and (array.ndim > 1 or (shown and varied)):
                yield Fault(
                    "blind",
                    evidence.line_of_check(place),
                    f"all numbers of {label} in the check {check.title!r} are equal, which hides what is "
                    "multiplied, added up or turned round; give it different ones, or say with note= why not",
                )


def hidden_of(evidence: Evidence, check: KeyCheck) -> list[KeyCheck]:
    """Return the hidden checks of a check's task."""
    return [other for other in evidence.key.checks if other.task == check.task and not other.public]


def is_symmetric(array: np.ndarray) -> bool:
    """Tell whether an array is a square matrix, larger than one number, that is its own transpose."""
    square = array.ndim == 2 and len(array) > 1 and array.shape[0] == array.shape[1]
    return square and np.allclose(array, array.T)


def is_constant(array: np.ndarray) -> bool:
    """Tell whether an array holds several numbers, all of them equal."""
    return array.size > 1 and bool(np.all(array == array.flat[0]))


def arrays(scenario: Scenario) -> Arrays:
    """Return the inputs of a scenario that are arrays of numbers, by name; ``w[1]`` for one in a list."""
    pairs = zip(scenario.labels, scenario.args, strict=True)
    return {label: array for name, value in pairs for label, array in arrays_in(name, value)}


def arrays_in(label: str, value: Any) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the arrays of numbers in an input with the words that lead there."""
    inner = value.value if isinstance(value, Leaf) else value
    if isinstance(inner, list | tuple) and inner:
        table = as_array(inner)
        if table is not None:
            yield label, table
        for place, item in enumerate(inner if table is None else ()):
            yield from arrays_in(f"{label}[{place}]", item)
    elif isinstance(inner, dict):
        for key, item in inner.items():
            yield from arrays_in(f"{label}[{key!r}]", item)
    elif isinstance(inner, np.ndarray) and inner.ndim and inner.dtype.kind in "iuf":
        yield label, inner


def as_array(values: list[Any] | tuple[Any, ...]) -> np.ndarray | None:
    """Return numbers, or rows of numbers of one length, as an array; None for anything else."""
    if all(isinstance(item, int | float) and not isinstance(item, bool) for item in values):
        return np.asarray(values)
    rows = [as_array(item) if isinstance(item, list | tuple) and item else None for item in values]
    found = [row for row in rows if row is not None]
    alike = len(found) == len(values) and len({row.shape for row in found}) == 1
    return np.stack(found) if alike else None
