"""Recognise a known mistake by its numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from grader.grading.carried_forward import with_mutant, with_tasks
from grader.grading.comparison import Compared, Comparison
from grader.grading.library import library_replaced
from grader.grading.listed import may_be_another, may_follow, named, partly_named
from grader.grading.mutants import both_known, mutant
from grader.grading.mutants import recognised as recognised_by
from grader.grading.no_result import no_result, of_text, said_once, stops_early
from grader.grading.parts import in_parts
from grader.grading.repaired import (
    FOLLOWS,
    GAVE_UP,
    MEMORY,
    SCALED,
    beside,
    followers,
    is_of_a_part,
    of_repairs,
)
from grader.grading.source import UNKNOWN, Source
from grader.grading.task_relations import plain, related
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Outcome, Repair, is_slope
from grader.numbers.compare import graded
from grader.words.message import say

UNKNOWABLE = frozenset({Outcome.MISSING, Outcome.UNFINISHED})
"""Nothing is recognised in what was not written."""


@np.errstate(all="ignore")
def diagnose(
    compared: Comparison, source: Source = UNKNOWN, repairs: Sequence[Repair] = ()
) -> tuple[Diagnosis, ...]:
    """Return the mistakes that explain a submission's numbers, in the order of the exercise's tasks.

    Every task is looked at by itself: first the page's misconceptions, then general relations to the
    right numbers. What a mistake in one task does to the checks of another is explained by it. A row that
    agrees with the reference everywhere is never diagnosed. ``source`` is the program's code: no sentence
    speaks of what is not in it. ``repairs`` are changes that were tried on it and make a task right.
    """
    if compared.key.is_script:
        from grader.grading.scripts.diagnosing import of_script  # much code, for whole scripts alone

        return of_script(compared, named)
    replaced = library_replaced(compared, source)
    if replaced is not None:
        return (replaced,)
    found: list[Diagnosis] = []
    left = set(compared.failing)
    following = {one.task for one in repairs if one.kind == FOLLOWS}
    sure = following | {
        one.task for one in repairs if not one.names and one.kind not in (MEMORY, SCALED, GAVE_UP)
    }
    for task in compared.key.tasks:
        if task in following:
            continue
        own = [compared.checks[index] for index in left if compared.checks[index].check.task == task]
        if not own or all(one.is_wrapped or one.got.outcome in UNKNOWABLE for one in own):
            continue
        recognised = [one.task for one in found]
        tried = of_repairs(compared, task, repairs, source.text)
        # Known is what a change has mended, or what the page lists and shows in this task.
        known = sure | {name for name in recognised if reaches(compared, name, task)}
        doubtful = may_follow(compared, task, source, known)
        said = of_text(compared, task, source) or of_task(compared, task, source, recognised, tried, doubtful)
        if said and not doubtful and all(map(is_of_a_part, said)):
            said = (*said, *of_the_rest(compared, task, source, repairs))
        for diagnosis in said:
            found.append(with_tasks(compared, followers(task, repairs), diagnosis))
            left -= {index for index in left if compared.checks[index].check.id in diagnosis.checks}
    return tuple(said_once(compared, found))


def reaches(compared: Comparison, name: str, task: str) -> bool:
    """Tell whether a listed mistake was recognised in a task that shows in the page's checks of another one.

    A program may call a wrong task where the page's own does not: then the page cannot know what comes of it.
    """
    found = recognised_by(compared, name)
    own = {compared.checks[index].check.id for index in compared.of_task(task)}
    ids = found.id.split("+") if found is not None else []
    return any(known.id in ids and not own.isdisjoint(known.changed) for known in compared.key.misconceptions)


def of_task(
    compared: Comparison,
    task: str,
    source: Source,
    recognised: Collection[str],
    tried: Sequence[Diagnosis] = (),
    doubtful: bool = False,
) -> tuple[Diagnosis, ...]:
    """Return what can be said of a task's mistakes, the surest first; of several values, each its own.

    ``recognised`` are tasks whose mistake is known already, ``tried`` changes that make this one right.
    ``doubtful`` says that a wrong task which it calls may be what gives it the numbers of a known mistake.
    """
    known = None if doubtful else named(compared, task)
    if known is not None and not (tried and may_be_another(compared, task, source)):
        return (known,)
    both = None if doubtful or is_one_change(tried) else both_known(compared, task)
    if both is not None:
        return (with_mutant(compared, task, both),)
    source = source.reached_from(task)
    factor = plain(compared, task)
    # Two changes that make everything right say more than what their effects have in common.
    if factor is not None and (len(tried) < 2 or any(map(is_of_a_part, tried))):
        return (with_mutant(compared, task, beside(factor, tried)),)
    stop = stops_early(compared, task) if not set(recognised) & compared.used_by(task) else None
    if stop is not None:
        return (replace(beside(stop, tried), task=task),)
    several = len(tried) > 1 and all(map(is_of_a_part, tried))
    if tried and not (several and is_one_mistake(compared, in_parts(compared, task, source))):
        return tuple(with_mutant(compared, task, one) for one in tried)
    whole = (None if doubtful else mutant(compared, task, source)) or related(compared, task)
    if whole is not None:
        return (with_mutant(compared, task, whole),)
    parts = () if doubtful else in_parts(compared, task, source)
    if parts:
        return tuple(replace(part, task=task) for part in parts)
    part = None if doubtful else partly_named(compared, task)
    found = own_loss(compared, task) or part or no_result(compared, task, recognised)
    return () if found is None else (with_mutant(compared, task, found),)


def of_the_rest(
    compared: Comparison, task: str, source: Source, repairs: Sequence[Repair]
) -> tuple[Diagnosis, ...]:
    """Return what can be said of those wrong values of a task that no change has mended."""
    mended = {name for one in repairs if one.task == task for name in one.names}
    parts = in_parts(compared, task, source.reached_from(task), mended)
    return tuple(replace(part, task=task) for part in parts)


def is_one_change(tried: Sequence[Diagnosis]) -> bool:
    """Tell whether one change was found that makes everything right: then there are not two mistakes."""
    return len(tried) == 1 and not is_of_a_part(tried[0])


def is_one_mistake(compared: Comparison, parts: Sequence[Diagnosis]) -> bool:
    """Tell whether all that numbers say of a task's values is one misconception of the page."""
    return len(parts) == 1 and parts[0].id in {known.id for known in compared.key.misconceptions}


# ---- the student's own loss ----------------------------------------------------------------------


def own_loss(compared: Comparison, task: str) -> Diagnosis | None:
    """Tell a right derivative of another loss from a wrong derivative.

    The grader differenced the student's own loss beside the gradient. Where both agree and the loss is
    a task of the exercise, it is the loss that differs.
    """
    wrong = [
        one
        for one in (compared.checks[index] for index in compared.failing_of(task))
        if one.check.scenario.of in compared.key.tasks and one.got.outcome is Outcome.RETURNED
    ]
    if not wrong or not all(is_own_derivative(one) for one in wrong):
        return None
    checks = tuple(one.check.id for one in wrong)
    return Diagnosis("own_loss", say("own_loss.title"), say("own_loss"), checks)


def is_own_derivative(one: Compared) -> bool:
    """Tell whether a gradient is the derivative of the program's own loss, by central differences."""
    seen = one.got
    slopes = [array.ravel() for name, array in seen.values.items() if is_slope(name)]
    given = [seen.values[name].ravel() for name in graded(one.expected) if name in seen.values]
    if not slopes or not given:
        return False
    mine, numeric = np.concatenate(given), np.concatenate(slopes)
    size = float(np.max(np.abs(numeric), initial=0))
    return mine.shape == numeric.shape and size > 0 and bool(np.all(np.abs(mine - numeric) <= 1e-5 * size))
