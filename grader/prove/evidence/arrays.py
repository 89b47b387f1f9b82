"""The arrays of numbers among a check's inputs, and what is special in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from grader.inside.observation import Leaf, Scenario

Arrays = Mapping[str, np.ndarray]


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
