"""A sample of what repeats: some of every kind in an ordinary run, all in a nightly one."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

Row = TypeVar("Row")

NIGHTLY = os.environ.get("GRADE_TESTS") == "nightly"
"""Whether all is run, and what is drawn at random is drawn far more often: ``make nightly``."""

SEED = int(os.environ.get("GRADE_SEED", "0"))
"""Which sample is run; the same one unless asked otherwise, so that two runs of one tree agree."""

EACH = 3
"""One in so many of a kind is in a sample."""


def sample(rows: Iterable[Row], kind: Callable[[Row], Hashable], each: int = EACH) -> tuple[Row, ...]:
    """Return one in ``each`` rows of every kind, and one at least, in their order; in a nightly run all."""
    kinds: dict[Hashable, list[Row]] = {}
    every = tuple(rows)
    for row in every:
        kinds.setdefault(kind(row), []).append(row)
    if NIGHTLY:
        return every
    return tuple(row for one in kinds.values() for row in one[SEED % min(each, len(one)) :: each])


def at_most(least: float, whole: int) -> int:
    """Return how many of a whole, so of its sample, may miss where ``least`` is the share that must not."""
    return int((1 - least) * whole + 1e-9)


def said() -> Mapping[str, str]:
    """Return what to set to run the same again."""
    return {"GRADE_TESTS": "nightly"} if NIGHTLY else {"GRADE_SEED": str(SEED)}
