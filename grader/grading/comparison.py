"""Hold a submission's observations against the answer key, each check once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from grader.inside import how
from grader.inside.observation import Observation, Outcome
from grader.keys.key import AnswerKey, KeyCheck, Row, marked_row
from grader.numbers.compare import Difference, compare, graded


@dataclass(frozen=True)
class Compared:
    """One check: what the submission gave, what is right, and in what they differ (None: nothing)."""

    check: KeyCheck
    got: Observation
    expected: Observation
    difference: Difference | None

    @property
    def passed(self) -> bool:
        """Whether the numbers are the right ones."""
        return self.difference is None

    @property
    def is_wrapped(self) -> bool:
        """Whether all that is wrong is a dictionary around the values; its message says so."""
        return self.difference is not None and self.difference.kind == "mapping"

    @cached_property
    def loudest(self) -> tuple[str, int, float] | None:
        """The largest finite number that was given where a number is due: its value's name, place, size."""
        best: tuple[str, int, float] | None = None
        for name in graded(self.expected):
            array = self.got.values.get(name, NOTHING)
            if array.shape == self.expected.values[name].shape and array.size and array.dtype.kind in "iuf":
                sizes = np.where(np.isfinite(array), np.abs(array), -1.0)
                place = int(np.argmax(sizes))
                if sizes.flat[place] > (0.0 if best is None else abs(best[2])):
                    best = name, place, float(array.flat[place])
        return best

    def may_be(self, other: Observation) -> bool:
        """Tell, at one number only, whether the submission may have given what another program gives."""
        if self.loudest is None or other.outcome is not Outcome.RETURNED:
            return True
        name, place, number = self.loudest
        array = other.values.get(name, NOTHING)
        if array.size <= place or array.dtype.kind not in "iuf":
            return array.dtype.kind == "c"
        there = float(array.flat[place])
        tolerance = ROUGHLY * max(self.check.bound.single, self.check.bound.double)
        scale = self.check.bound.scale(name, self.expected.values[name])
        return abs(there - number) <= tolerance * max(scale, abs(number))


ROUGHLY = 2.0
"""Tolerances by which a number may be off at the first look."""

NOTHING = np.empty(0)


@dataclass(frozen=True)
class Comparison:
    """A submission beside its answer key: a record for every check, in the key's order."""

    key: AnswerKey
    checks: tuple[Compared, ...]

    @cached_property
    def row(self) -> Row:
        """What the submission gave, in the order of the checks."""
        return tuple(one.got for one in self.checks)

    @cached_property
    def failing(self) -> frozenset[int]:
        """The indices of the checks that do not pass."""
        return frozenset(index for index, one in enumerate(self.checks) if not one.passed)

    def of_task(self, task: str) -> list[int]:
        """Return the indices of a task's checks."""
        return [index for index, one in enumerate(self.checks) if one.check.task == task]

    def failing_of(self, task: str) -> list[int]:
        """Return the indices of a task's checks that do not pass."""
        return [index for index in self.of_task(task) if index in self.failing]

    def has_wrong_numbers(self, task: str) -> bool:
        """Tell whether a check of a task fails by its numbers, not only by the way to them."""
        failing = [self.checks[index] for index in self.failing_of(task) if not self.checks[index].is_wrapped]
        return any(one.check.scenario.kind not in (*how.KINDS, "predict") for one in failing)

    def labels(self, task: str) -> tuple[str, ...]:
        """Return the page's names for a task's parameters; none where no check calls it once."""
        direct = (self.checks[index].check.scenario for index in self.of_task(task))
        return next((one.labels for one in direct if one.is_direct), ())

    def used_by(self, task: str) -> set[str]:
        """Return the other tasks that a task's wrong checks call."""
        return {name for index in self.failing_of(task) for name in self.checks[index].check.uses} - {task}


def hold(key: AnswerKey, row: Row) -> Comparison:
    """Compare an observed row with the key's reference, check by check."""
    return hold_known(key, marked_row(row, key.checks))


def hold_known(key: AnswerKey, row: Row) -> Comparison:
    """Compare one of the key's own rows, in which sealed numbers are marks, with its reference."""
    checks = (
        Compared(check, got, expected, difference(check, got, expected))
        for check, got, expected in zip(key.checks, row, key.reference, strict=True)
    )
    return Comparison(key, tuple(checks))


def difference(check: KeyCheck, got: Observation, expected: Observation) -> Difference | None:
    """Return in what a result differs from the right one; of a sealed number no more than that it does."""
    fault = compare(got, expected, check.bound)
    sealed = fault is not None and fault.kind == "value" and check.sealed is not None
    return Difference("prediction", fault.where) if sealed and fault is not None else fault
