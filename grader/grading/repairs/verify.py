"""Run changes that help on one check on all others, and note what they make right in every one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.grading.comparison import Compared
from grader.grading.evidence import is_telling_number
from grader.grading.repairs.changes.change import Change
from grader.grading.repairs.experiment import SECONDS, Active, Trial
from grader.grading.repairs.task import Found, Task

CANDIDATES_AT_MOST = 120
"""Changes that are tried on every check, of those that make something right on the first."""


@dataclass(frozen=True)
class Probe:
    """The check on which all changes to a task are tried: one of its own, or a shorter call (no index)."""

    task: Task
    check: Compared
    index: int | None

    def tried(self, sets: Sequence[Active], seconds: float = SECONDS) -> Trial:
        """Run the check with each of some sets of changes."""
        return self.task.tried_on([self.check], sets, seconds)[0]

    def verified(self, tries: Trial, sets: Sequence[Active]) -> list[Found]:
        """Return the sets that make values right that were wrong, on this check and on all others."""
        before = frozenset[str]() if self.index is None else self.task.right_in(self.index)
        better = [active for active in sets if tries.right(active) - before]
        better.sort(key=lambda active: unlikelihood(self.task.changes, active))
        complete = [active for active in better if tries.right(active) >= frozenset(tries.expected)]
        found = self.on_all_checks(tries, complete[:CANDIDATES_AT_MOST])
        if any(one.whole for one in found):
            return found
        others = [active for active in better if active not in set(complete)]
        return found + self.on_all_checks(tries, others[: CANDIDATES_AT_MOST - len(found)])

    def on_all_checks(self, tries: Trial, better: Sequence[Active]) -> list[Found]:
        """Return what some sets that help on this check make right in all others."""
        if not better:
            return []
        task = self.task
        rest = [index for index in task.compared.of_task(task.name) if index != self.index]
        rest.sort(key=lambda index: not task.compared.checks[index].check.public)
        trials = [*([] if self.index is None else [tries]), *task.tried(rest, better)]
        return [mended(task, trials, active) for active in better]


def mended(task: Task, trials: Sequence[Trial], active: Active) -> Found:
    """Return what some changes make right in every check."""
    wrong, every = task.spoken, task.names
    public = [one for one in trials if one.check.public]
    right, shown = right_in_all(trials, active), right_in_all(public, active)
    changes = tuple(task.changes[number] for number in active)
    names = right & wrong if right >= task.right else frozenset[str]()
    whole = bool(public) and shown >= values_of(public)
    numbers = telling_in(trials, names)
    flags = flags_in(trials, names)
    return Found(changes, active, names, right >= every, shown & wrong, whole, "", wrong, numbers, flags)


def unlikelihood(changes: Sequence[Change], active: Active) -> tuple[bool, int]:
    """Return what orders sets of changes: one mistake made twice comes first, then what is tried first."""
    places = {(changes[number].kind, changes[number].line) for number in active}
    again = len(active) > len(places) == 1 and not any(changes[number].adds for number in active)
    return not again, sum(active)


def telling_in(trials: Sequence[Trial], names: frozenset[str]) -> int:
    """Return how many of the right numbers of some values are no flags and no small whole numbers."""
    arrays = (array for one in trials for name, array in one.expected.items() if name in names)
    return sum(int(np.count_nonzero(is_telling_number(array))) for array in arrays)


def flags_in(trials: Sequence[Trial], names: frozenset[str]) -> int:
    """Return how many answers yes or no some values hold; 0 where these are all the same."""
    arrays = [array for one in trials for name, array in one.expected.items() if name in names]
    answers = np.concatenate([np.empty(0, bool), *(one.ravel() for one in arrays if one.dtype == np.bool_)])
    return int(answers.size) if answers.any() and not answers.all() else 0


def right_in_all(trials: Sequence[Trial], active: Active) -> frozenset[str]:
    """Return the values that are right with some changes in every check that has them."""
    wrong = {name for one in trials for name in frozenset(one.expected) - one.right(active)}
    return values_of(trials) - wrong


def values_of(trials: Sequence[Trial]) -> frozenset[str]:
    """Return the names of all values of some checks."""
    return frozenset(name for one in trials for name in one.expected)
