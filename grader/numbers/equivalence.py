"""Tell whether two programs did the same, as far as the checks can tell."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from grader.inside.observation import Error, Observation, Outcome
from grader.numbers.compare import Bound, agree, graded, real


def is_equivalent(one: Observation, other: Observation, bound: Bound) -> bool:
    """Tell whether two observations agree; where both leave the finite numbers, in the same entries alike."""
    if one.outcome is Outcome.RETURNED and set(graded(one)) != set(graded(other)):
        return False  # what gave no number is equal to nothing that did
    if agree(one, other, bound):
        return True
    if one.outcome is not Outcome.RETURNED or other.outcome is not Outcome.RETURNED or is_finite(other):
        return False
    if any(name not in one.values for name in graded(other)):
        return False
    leave_alike = all(leaves_alike(one.values[name], other.values[name]) for name in graded(other))
    return leave_alike and agree(finite_part(one), finite_part(other), bound)


def leaves_alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether the same entries of two arrays are NaN, the same +inf, and the same -inf."""
    if one.shape != other.shape:
        return False
    tests = (np.isnan, np.isposinf, np.isneginf)
    return all(np.array_equal(test(real(one)), test(real(other))) for test in tests)


def finite_part(seen: Observation) -> Observation:
    """Return an observation with 0 in place of everything that is not finite."""
    values = {
        name: np.where(np.isfinite(array), array, np.zeros_like(array)) for name, array in seen.values.items()
    }
    return replace(seen, values=values)


def is_finite(seen: Observation) -> bool:
    """Tell whether a call returned numbers, all of them finite."""
    numbers = [seen.values[name] for name in graded(seen)]
    return seen.outcome is Outcome.RETURNED and all(np.isfinite(array).all() for array in numbers)


# ---- errors --------------------------------------------------------------------------------------

CHANGING = re.compile(r"\b(?:float|double|half|torch)\w*|\d+", re.IGNORECASE)
"""What differs in an error's text from one input to another: numbers, sizes, kinds of number."""


def print_of(text: str) -> str:
    """Return an error's text as a mark: the same for the same words, and it tells none of them."""
    if text.startswith(MARK) or not text:
        return text
    return MARK + hashlib.sha256(CHANGING.sub("", text).encode()).hexdigest()[:16]


MARK = "sha256:"
"""What a text begins with that is a mark already, as in a key that was handed out."""


def stops_alike(one: Error | None, other: Error | None) -> bool:
    """Tell whether two errors are of one kind and source and say the same, wherever they stopped."""
    if one is None or other is None or not one.text:
        return False
    return (one.kind, one.source, print_of(one.text)) == (other.kind, other.source, print_of(other.text))


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
    values = finite_part(seen).values
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
    size = sum(float(np.abs(finite_part(seen).values[name].astype(float)).sum()) for name in graded(seen))
    return all(abs(one - other) <= NEAR * size for one, other in zip(own, print_, strict=True))
