"""Error carried forward: tell which checks fail only because they use another task, and give their points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from grader.grading.comparison import Comparison
from grader.grading.idle import are_idle
from grader.grading.verdict import Diagnosis, Verdict
from grader.keys.key import KeyCheck, Known
from grader.numbers.equivalence import has_fingerprint, is_equivalent, is_finite
from grader.words.message import say


def carry_forward(
    verdicts: Sequence[Verdict], diagnoses: Sequence[Diagnosis], checks: Sequence[KeyCheck]
) -> tuple[Verdict, ...]:
    """Give back the points of checks that fail only because they use another task's recognised mistake.

    Those that a program passes which does nothing have theirs where their prerequisite has its own.
    """
    task_of = {id: found.task for found in diagnoses for id in found.follows}
    given = [paid(verdict, task_of[verdict.id]) if verdict.id in task_of else verdict for verdict in verdicts]
    return hold_back(given, checks)


def paid(verdict: Verdict, task: str) -> Verdict:
    """Return a verdict that costs nothing, because the mistake is in another task."""
    return replace(verdict, points=verdict.max_points, message=say("follows", task=task), follows=True)


def hold_back(verdicts: Sequence[Verdict], checks: Sequence[KeyCheck]) -> tuple[Verdict, ...]:
    """Hold back the points of checks that a do-nothing program passes until their prerequisite counts too."""
    counted = {verdict.id for verdict in verdicts if verdict.passed or verdict.follows}
    titles = {check.id: check.title for check in checks}
    return tuple(
        replace(verdict, points=0, message=say("prerequisite", title=titles[check.prerequisite]))
        if verdict.passed and check.prerequisite and check.prerequisite not in counted
        else verdict
        for check, verdict in zip(checks, verdicts, strict=True)
    )


def with_known(compared: Comparison, known: Known, found: Diagnosis) -> Diagnosis:
    """Return the diagnosis of a page's misconception, with the checks that fail because of it alone.

    Nothing is given back for a mistake in a helper, which is no task's own: it would cost nowhere.
    """
    if not set(known.targets) & set(compared.key.tasks):
        return found
    explained = [index for index, one in enumerate(compared.checks) if one.check.id in found.checks]
    return with_follows(compared, known.targets, explained, found)


def with_mutant(compared: Comparison, task: str, found: Diagnosis) -> Diagnosis:
    """Return any other diagnosis of a task, with what the mutant behind the student's numbers does elsewhere.

    Whatever was said of the numbers: a mutant that gives them on the checks of its task, and gives the
    student's numbers in other tasks too, accounts for both.
    """
    by_id = {one.check.id: index for index, one in enumerate(compared.checks)}
    row, checks = compared.row, compared.key.checks
    for mutant in compared.key.mutants:
        if mutant.task != task or not all(
            compared.checks[by_id[id]].may_be(seen) for id, seen in mutant.seen.items()
        ):
            continue  # most are told apart by one number
        if not all(
            is_equivalent(row[by_id[id]], seen, checks[by_id[id]].bound) for id, seen in mutant.seen.items()
        ):
            continue
        reached = [by_id[id] for id, known in mutant.reach.items() if has_fingerprint(row[by_id[id]], known)]
        also = tuple(checks[index].id for index in reached)
        both = replace(found, task=task, checks=(*found.checks, *also))
        return with_follows(compared, (task,), reached, both)
    return replace(found, task=task)


def with_follows(
    compared: Comparison, tasks: Collection[str], explained: Collection[int], found: Diagnosis
) -> Diagnosis:
    """Note the checks of tasks that are right: a mistake elsewhere explains whatever fails in them.

    The mistake's numbers were observed with a right definition of everything else. A program that gives the
    same in every check of a task has that task right, so that one slip costs once. Calls that fail alike, or
    leave the finite numbers alike, are no evidence of a right definition; nor is a constant.
    """
    follows: list[str] = []
    for other in (task for task in compared.key.tasks if task not in tasks):
        failing = compared.failing_of(other)
        shown = any(is_finite(compared.row[index]) for index in failing) and not without_work(
            compared, failing
        )
        if set(failing) <= set(explained) and shown:
            follows += [compared.key.checks[index].id for index in failing]
    return replace(found, follows=tuple(follows))


def with_tasks(compared: Comparison, tasks: Collection[str], found: Diagnosis) -> Diagnosis:
    """Note the failing checks of tasks that were right as soon as the mistake was mended."""
    failing = [index for task in compared.key.tasks if task in tasks for index in compared.failing_of(task)]
    also = [id for id in (compared.checks[index].check.id for index in failing) if id not in found.follows]
    checks = dict.fromkeys((*found.checks, *also))
    return replace(found, checks=tuple(checks), follows=(*found.follows, *also)) if also else found


def without_work(compared: Comparison, failing: Collection[int]) -> bool:
    """Tell whether a program that has understood nothing gives the numbers of these checks as well."""
    checks = compared.key.checks
    return are_idle([(compared.row[index], checks[index].scenario.args) for index in failing])
