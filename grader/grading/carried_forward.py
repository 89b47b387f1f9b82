"""Tell which checks fail only because they use another task, whose mistake is recognised."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from grader.grading.verdict import Diagnosis
from grader.keys.key import AnswerKey, Known, Row, agrees
from grader.numbers.equivalence import has_fingerprint, is_equivalent, is_finite


def with_known(key: AnswerKey, row: Row, known: Known, found: Diagnosis) -> Diagnosis:
    """Return the diagnosis of a page's misconception, with the checks that fail because of it alone."""
    explained = [place for place, check in enumerate(key.checks) if check.id in found.checks]
    return paid_back(key, row, known.targets, explained, found)


def with_slip(key: AnswerKey, row: Row, task: str, found: Diagnosis) -> Diagnosis:
    """Return any other diagnosis of a task, with what the slip behind the student's numbers does elsewhere.

    Whatever was said of the numbers: a slip that gives them on the checks of its task, and gives the
    student's numbers in other tasks too, accounts for both.
    """
    places = {check.id: place for place, check in enumerate(key.checks)}
    for slip in key.derived:
        if slip.task != task or not all(
            is_equivalent(row[places[id]], seen, key.checks[places[id]].bound)
            for id, seen in slip.seen.items()
        ):
            continue
        reached = [
            places[id] for id, marked in slip.reach.items() if has_fingerprint(row[places[id]], marked)
        ]
        also = tuple(key.checks[place].id for place in reached)
        return paid_back(key, row, (task,), reached, replace(found, task=task, checks=(*found.checks, *also)))
    return replace(found, task=task)


def paid_back(
    key: AnswerKey, row: Row, tasks: Collection[str], explained: Collection[int], found: Diagnosis
) -> Diagnosis:
    """Note the checks of tasks that are right: a mistake elsewhere explains whatever fails in them.

    The mistake's numbers were observed with a right definition of everything else. A program that gives the
    same in every check of a task has that task right, so that one slip costs once. Calls that fail alike, or
    leave the finite numbers alike, are no evidence of a right definition.
    """
    follows: list[str] = []
    for other in (task for task in key.tasks if task not in tasks):
        failing = [
            place
            for place, check in enumerate(key.checks)
            if check.task == other and not agrees(key, row, key.reference, place)
        ]
        if set(failing) <= set(explained) and any(is_finite(row[place]) for place in failing):
            follows += [key.checks[place].id for place in failing]
    return replace(found, follows=tuple(follows))
