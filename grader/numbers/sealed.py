"""A predicted number as a key holds it: a mark that tells whether an answer is right, and not what is.

Numbers fall into bins as wide as the answer may be off. A key holds salted digests of the right bin and of
its two neighbours, so that rounding at a bin's edge costs nobody the answer, and of those of known mistakes.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from grader.inside.observation import Observation, Outcome

RIGHT = 0.0
"""What stands for the reference's number; other known programs have whole numbers from 1 on."""

UNKNOWN = -1.0
"""What stands for a number that no known program gives."""

ROUNDS = 20_000
"""Digests of digests for one bin. They keep an answer from being read, not from being tried."""

ROOM = 1 + 1e-6
"""How much wider a bin is than an answer may be off, so that rounding costs nobody an answer at the edge."""

BINS_AT_MOST = 2**53
"""Beyond this many bins from 0 floats are further apart than bins are."""


@dataclass(frozen=True)
class Sealed:
    """The salt, the width of a bin, and which program gives a number of which bin, by the bin's digest."""

    salt: str
    width: float
    known: Mapping[str, float]


def seal(salt: str, within: float, answers: Sequence[float | None]) -> Sealed:
    """Seal the numbers of known programs, the reference's first; None stands for no number."""
    width = within * ROOM
    known: dict[str, float] = {}
    for mark, answer in enumerate(answers):
        middle = bin_of(answer, width)
        for place in () if middle is None else (middle - 1, middle, middle + 1):
            known.setdefault(digest(salt, place), float(mark))
    return Sealed(salt, width, known)


def bin_of(answer: float | None, width: float) -> int | None:
    """Return the bin of a number, None where there is none."""
    if answer is None or not math.isfinite(answer) or not abs(answer / width) < BINS_AT_MOST:
        return None
    return math.floor(answer / width)


@lru_cache(4096)
def digest(salt: str, place: int) -> str:
    """Return a bin's digest."""
    found = f"{salt} {place}".encode()
    for _ in range(ROUNDS):
        found = hashlib.sha256(found).digest()
    return found.hex()[:32]


def answer_of(seen: Observation) -> float | None:
    """Return the one number that a call returned, None where it is another thing."""
    arrays = list(seen.values.values())
    plain = seen.outcome is Outcome.RETURNED and len(arrays) == 1 and is_number(arrays[0])
    return float(arrays[0]) if plain else None


def is_number(array: np.ndarray) -> bool:
    """Tell whether an array is one real number."""
    return array.ndim == 0 and array.dtype.kind in "iuf"


def marked(seen: Observation, sealed: Sealed | None) -> Observation:
    """Return an observation with marks in place of its numbers, where they are sealed."""
    if sealed is None:
        return seen
    values = {
        name: np.asarray(mark(float(array), sealed)) if is_number(array) else array
        for name, array in seen.values.items()
    }
    return replace(seen, values=values)


def mark(answer: float, sealed: Sealed) -> float:
    """Return which known program gives a number, as far as bins tell."""
    place = bin_of(answer, sealed.width)
    return UNKNOWN if place is None else sealed.known.get(digest(sealed.salt, place), UNKNOWN)
