"""Tell whether two programs did the same, as far as the checks can tell."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from grader.inside.observation import Observation, Outcome
from grader.numbers.compare import Bound, compare, graded


def is_equivalent(one: Observation, other: Observation, bound: Bound) -> bool:
    """Tell whether two observations agree; where both leave the finite numbers, in the same entries."""
    if compare(one, other, bound) is None:
        return True
    if one.outcome is not Outcome.RETURNED or other.outcome is not Outcome.RETURNED:
        return False
    if all(np.isfinite(other.values[name].astype(float)).all() for name in graded(other)):
        return False
    return compare(without_nan(one), without_nan(other), bound) is None


def without_nan(seen: Observation) -> Observation:
    """Return an observation with infinities and NaN replaced by marks that can be compared."""
    marked = {
        name: np.nan_to_num(array, nan=-1.234e-5, posinf=2.345e-5, neginf=-2.345e-5)
        if array.dtype.kind == "f"
        else array
        for name, array in seen.values.items()
    }
    return replace(seen, values=marked)


def is_finite(seen: Observation) -> bool:
    """Tell whether a call returned numbers, all of them finite."""
    numbers = [seen.values[name] for name in graded(seen)]
    return seen.outcome is Outcome.RETURNED and all(np.isfinite(array).all() for array in numbers)


# ---- fingerprints ---------------------------------------------------------------------------------------

NEAR = 1e-6
"""How near two fingerprints are, beside the size of the numbers, where the numbers are the same."""


def fingerprint(seen: Observation) -> tuple[float, ...]:
    """Return all graded numbers of a call as two: sums with weights that no two programs share by chance.

    The names and shapes go into the weights. Empty where a call gave no numbers, or complex ones.
    """
    names = sorted(graded(seen))
    if seen.outcome is not Outcome.RETURNED or any(seen.values[name].dtype.kind == "c" for name in names):
        return ()
    values = without_nan(seen).values
    sums = [0.0, 0.0]
    for name in names:
        array = values[name].astype(float).ravel()
        start = zlib.crc32(f"{name} {values[name].shape}".encode()) % 1000
        places = start + np.arange(array.size)
        sums = [
            total + float(array @ np.cos(turn * places)) for total, turn in zip(sums, (1.7, 2.9), strict=True)
        ]
    return tuple(float(f"{total:.9g}") for total in sums)


def has_fingerprint(seen: Observation, print_: Sequence[float]) -> bool:
    """Tell whether a call gave the numbers behind a fingerprint, to rounding."""
    own = fingerprint(seen)
    if not own or len(own) != len(print_):
        return False
    size = sum(float(np.abs(without_nan(seen).values[name].astype(float)).sum()) for name in graded(seen))
    return all(abs(one - other) <= NEAR * size for one, other in zip(own, print_, strict=True))
