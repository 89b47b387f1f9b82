"""Tell whether a task's numbers are what a program without any work gives: a constant, or an input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.inside.observation import Leaf, Observation
from grader.numbers.compare import graded

PLAIN = (-1.0, 0.0, 1.0)
"""The only numbers that are taken for a constant where there is no second one to compare with."""

Call = tuple[Observation, Sequence[Any]]
"""What a call gave, and its arguments."""


def are_idle(calls: Sequence[Call]) -> bool:
    """Tell whether one constant, or the same input of each call, accounts for everything that calls gave."""
    results = [[np.asarray(seen.values[name]) for name in graded(seen)] for seen, _ in calls]
    arrays = [array for result in results for array in result]
    if not arrays or not all(results) or any(array.dtype.kind not in "biufc" for array in arrays):
        return False
    numbers = np.concatenate([np.ravel(array) for array in arrays])
    if numbers.size and (numbers == numbers[0]).all():
        return numbers.size > 1 or numbers[0] in PLAIN
    fewest = min(len(args) for _, args in calls)
    return any(
        all(
            len(result) == 1 and is_input(result[0], args[place])
            for result, (_, args) in zip(results, calls, strict=True)
        )
        for place in range(fewest)
    )


def is_input(array: np.ndarray, given: Any) -> bool:
    """Tell whether an array is an input as it was given."""
    value = given.value if isinstance(given, Leaf) else given
    return isinstance(value, np.ndarray | np.generic | int | float) and np.array_equal(array, value)
