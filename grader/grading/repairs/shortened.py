"""Make a shorter call of a slow training: its first losses show a wrong step as well as all of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grader.grading.comparison import Compared
from grader.inside.observation import Observation
from grader.numbers.compare import graded

ROUNDS = frozenset({"rounds", "epochs", "limit"})
"""What pages call the number of rounds."""

LEAST = 2
"""Rounds that are left: the first loss is mostly computed before anything is wrong."""


def shortened(one: Compared) -> Compared | None:
    """Return a check of a training with the rounds after which its losses are wrong, None without any.

    The first losses of a long training are those of a short one.
    """
    scenario = one.check.scenario
    for place, (label, value) in enumerate(zip(scenario.labels, scenario.args, strict=False)):
        if label in ROUNDS and isinstance(value, int):
            for name in graded(one.expected):
                count = rounds_needed(one, name, value)
                if count is not None and 2 * count <= value:
                    args = (*scenario.args[:place], count, *scenario.args[place + 1 :])
                    check = replace(one.check, scenario=replace(scenario, args=args))
                    got, expected = first_of(one.got, name, count), first_of(one.expected, name, count)
                    return Compared(check, got, expected, one.difference)
    return None


def rounds_needed(one: Compared, name: str, rounds: int) -> int | None:
    """Return after how many rounds a list with an entry for each is wrong; None where it is no such list."""
    got, expected = one.got.values.get(name), one.expected.values[name]
    if got is None or got.shape != expected.shape or got.dtype.kind not in "iuf":
        return None
    if got.shape[:1] != (rounds,) or not got.size:
        return None
    off = ~(np.abs(got - expected) <= one.check.bound.allowed(name, expected))
    wrong = off.reshape(rounds, -1).any(axis=1)
    return max(LEAST, int(np.argmax(wrong)) + 1) if wrong.any() else None


def first_of(seen: Observation, name: str, count: int) -> Observation:
    """Return an observation of nothing but the first entries of one value."""
    return replace(seen, values={name: seen.values[name][:count]})
