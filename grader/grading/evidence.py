"""Tell what wrong numbers are evidence of a formula, and which values of a check are right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.grading.comparison import Compared, Comparison
from grader.inside.observation import Outcome
from grader.numbers.compare import graded, real

LEAST_NUMBERS = 2
"""Wrong finite numbers of a value from which on an explanation of them is no chance."""

WHOLE_AT_MOST = 20.0
"""Whole numbers up to this size are no evidence of a formula."""

FAR_OFF = 1e-2
"""Beside the size of the numbers: first entries further apart belong to different values."""


def is_telling_number(right: np.ndarray) -> np.ndarray:
    """Return which entries are neither flags nor small whole numbers, which are hit by chance."""
    numbers = real(right)
    return np.asarray((numbers != np.round(numbers)) | (np.abs(numbers) > WHOLE_AT_MOST))


def wrong_entries(one: Compared, name: str) -> np.ndarray:
    """Return the finite entries of a value that are not the right ones, shape (n,)."""
    got, expected = one.got.values.get(name), one.expected.values[name]
    if got is None or got.dtype.kind not in "iuf" or expected.dtype.kind not in "iuf":
        return np.empty(0)
    have = real(got)
    if got.shape != expected.shape:
        return np.extract(np.isfinite(have), have)
    allowed = 10 * one.check.bound.allowed(name, expected)
    return np.extract(np.isfinite(have) & (np.abs(have - real(expected)) > allowed), have)


def is_evidence(wrong: Sequence[np.ndarray]) -> bool:
    """Tell whether wrong numbers are enough to say how they were come by.

    Small whole numbers agree by chance, as counts and places do: one at least must be another.
    """
    numbers = np.concatenate([np.empty(0), *wrong])
    telling = (numbers != np.round(numbers)) | (np.abs(numbers) > WHOLE_AT_MOST)
    return numbers.size >= LEAST_NUMBERS and bool(telling.any())


def near(got: np.ndarray, other: np.ndarray, scale: float = 0.0, tolerance: float = 1e-6) -> bool:
    """Tell whether two arrays hold the same finite numbers, to rounding."""
    if got.shape != other.shape or got.dtype.kind not in "iuf" or other.dtype.kind not in "iuf":
        return False
    one, two = real(got), real(other)
    size = max(scale, float(np.max(np.abs(two), initial=0.0)))
    return bool(
        np.isfinite(one).all() and np.isfinite(two).all() and np.all(np.abs(one - two) <= tolerance * size)
    )


def right_in(one: Compared, name: str) -> bool:
    """Tell whether one value of a check is right, as the check measures it."""
    got, expected = one.got.values[name], one.expected.values[name]
    if got.shape != expected.shape or any(
        (got.dtype.kind == kind) != (expected.dtype.kind == kind) for kind in "bc"
    ):
        return False
    with np.errstate(all="ignore"):  # the difference of two infinities
        have, want = real(got), real(expected)
        allowed = one.check.bound.allowed(name, want)
        return bool(np.isfinite(have).all() and np.all(np.abs(have - want) <= allowed))


def is_right(compared: Comparison, indices: Sequence[int], name: str) -> bool:
    """Tell whether one value is right in every one of some checks."""
    return all(
        name in compared.row[i].values and right_in(compared.checks[i], name)
        for i in indices
        if name in compared.checks[i].expected.values
    )


def names_of(compared: Comparison, indices: Sequence[int]) -> list[str]:
    """Return the names of the graded values of some checks."""
    return list(dict.fromkeys(name for index in indices for name in graded(compared.checks[index].expected)))


def direct(compared: Comparison, task: str) -> list[int]:
    """Return the checks of a task that call it once; none where a call gave no numbers."""
    indices = [i for i in compared.of_task(task) if compared.checks[i].check.scenario.is_direct]
    returned = all(compared.row[index].outcome is Outcome.RETURNED for index in indices)
    return indices if returned else []
