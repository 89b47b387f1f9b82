"""Choose a change for each of several wrong values of a task, or one beside which a factor is left."""

from __future__ import annotations

from collections.abc import Sequence

from grader.grading.repairs.experiment import Active, Trial
from grader.grading.repairs.scaled import Factors, common_factor, fitting
from grader.grading.repairs.task import GUESSES, Found, Task
from grader.grading.repairs.verify import CANDIDATES_AT_MOST, Probe

MISSING_AT_LEAST = 4
"""Numbers of a value that must come out right before something is said to be missing in it."""

WHOLE_ONLY = frozenset({"added", "block", "condition", "elements", "in_place", "results_exchanged"})
"""Changes that may make a value right by sparing it: what else they undo is wrong in other values anyway."""


def parts_of(found: Sequence[Found]) -> list[tuple[Found, frozenset[str]]]:
    """Return a change for each of several wrong values, one that mends more of them before others.

    What is merely missing may fit one value by chance.
    """
    decided = [one for one in found if answers(one)]
    found = [one for one in found if one.numbers >= (MISSING_AT_LEAST if one.adding else 1)]
    found = [one for one in found if one.changes[0].kind not in WHOLE_ONLY] + decided
    if found and not frozenset[str]().union(*(one.names for one in found)) >= found[0].wrong:
        unsure = GUESSES | {"operator", "condition"}
        found = [one for one in found if one.changes[0].kind not in unsure or one in decided]
    left = frozenset[str]().union(*(one.names for one in found))
    there = [one for one in found if not one.adding]
    if frozenset[str]().union(*(one.names for one in there)) >= left:
        found = there
    found.sort(key=lambda one: one.adding)  # a stable sort
    parts = []
    while left:
        best = max(found, key=lambda one: len(one.names & left))
        parts.append((best, best.names & left))
        left -= best.names
    return parts


def answers(one: Found) -> bool:
    """Tell whether another condition makes so many answers right that chance would not."""
    return one.changes[0].kind == "condition" and len(one.changes) == 1 and one.flags >= ANSWERS_AT_LEAST


ANSWERS_AT_LEAST = 8
"""Answers yes or no that must come out right before another condition is told of one value."""


def joint(probe: Probe, parts: Sequence[tuple[Found, frozenset[str]]]) -> Found | None:
    """Return what changes that mend a value each mend together; None where that is nothing."""
    together = tuple(sorted({number for one, _ in parts for number in one.active}))
    return next(iter(probe.verified(probe.tried([together]), [together])), None)


def off_by_a_factor(probe: Probe, tries: Trial) -> tuple[Found, ...]:
    """Return the changes after which every number of every single call is the right one times a factor."""
    task = probe.task
    direct = [i for i in task.direct if i != probe.index]
    likely = [active for active, names in fitting(tries).items() if names][:CANDIDATES_AT_MOST]
    if probe.index not in task.direct or not likely:
        return ()
    trials = [tries, *task.tried(direct, likely)]
    fits = [fitting(one) for one in trials]
    found = tuple(off_by(task, active, trials, fits) for active in likely)
    return found if any(one.whole for one in found) else ()


def off_by(task: Task, active: Active, trials: Sequence[Trial], fits: Sequence[Factors]) -> Found:
    """Return changes after which the numbers are off by a factor, or only those of public checks are."""
    changes = tuple(task.changes[number] for number in active)
    factor = common_factor(trials, fits, active)
    public = [
        names.get(active, frozenset()) for one, names in zip(trials, fits, strict=True) if one.check.public
    ]
    shown = bool(public) and bool(frozenset[str].intersection(*public))
    return Found(changes, active, task.spoken, bool(factor), factor=factor, public_whole=shown)
