"""Recognise a known mistake by its numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.grading.carried_forward import with_known, with_mutant, with_tasks
from grader.grading.comparison import Compared, Comparison
from grader.grading.no_result import no_result, stops_early
from grader.grading.parts import in_parts, is_evidence, is_telling_number, wrong_entries
from grader.grading.related import PLAIN, described, is_factor, is_plain_number, relation, sayable
from grader.grading.repaired import FOLLOWS, beside, followers, is_of_a_part, of_repairs
from grader.grading.source import SHAPING, UNKNOWN, Source, can_be_said
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Observation, Outcome, Repair, is_slope
from grader.keys.key import AnswerKey, Known, Mutant, Row, agrees
from grader.numbers.compare import graded
from grader.numbers.equivalence import is_equivalent, stops_alike
from grader.numbers.relations.case import Found
from grader.numbers.relations.search import FACTORS
from grader.words.message import say

UNKNOWABLE = frozenset({Outcome.MISSING, Outcome.UNFINISHED})
"""Nothing is recognised in what was not written."""


@np.errstate(all="ignore")
def diagnose(
    compared: Comparison, source: Source = UNKNOWN, repairs: Sequence[Repair] = ()
) -> tuple[Diagnosis, ...]:
    """Return the mistakes that explain a submission's numbers, the one that explains most first.

    Every task is looked at by itself: first the page's misconceptions, then general relations to the
    right numbers. What a mistake in one task does to the checks of another is explained by it. A row that
    agrees with the reference everywhere is never diagnosed. ``source`` is the program's code: no sentence
    speaks of what is not in it. ``repairs`` are changes that were tried on it and make a task right.
    """
    if compared.key.is_script:
        from grader.grading.scripts.diagnosing import of_script  # much code, for whole scripts alone

        return of_script(compared, named)
    found: list[Diagnosis] = []
    left = set(compared.failing)
    following = {one.task for one in repairs if one.kind == FOLLOWS}
    for task in compared.key.tasks:
        if task in following:
            continue
        own = [compared.checks[index] for index in left if compared.checks[index].check.task == task]
        if not own or all(one.got.outcome in UNKNOWABLE for one in own):
            continue
        recognised = [one.task for one in found]
        tried = of_repairs(compared, task, repairs, source.text)
        for diagnosis in of_task(compared, task, source, recognised, tried):
            found.append(with_tasks(compared, followers(task, repairs), diagnosis))
            left -= {index for index in left if compared.checks[index].check.id in diagnosis.checks}
    return tuple(sorted(found, key=lambda diagnosis: -len(diagnosis.checks)))


def of_task(
    compared: Comparison,
    task: str,
    source: Source,
    recognised: Collection[str],
    tried: Sequence[Diagnosis] = (),
) -> tuple[Diagnosis, ...]:
    """Return what can be said of a task's mistakes, the surest first; of several values, each its own.

    ``recognised`` are tasks whose mistake is known already, ``tried`` changes that make this one right.
    """
    known = None if may_follow(compared, task, source) else named(compared, task)
    if known is not None and not (tried and is_open_to_doubt(compared, task, source)):
        return (known,)
    source = source.reached_from(task)
    factor = plain(compared, task)
    if factor is not None:
        return (with_mutant(compared, task, beside(factor, tried)),)
    stop = stops_early(compared, task) if not set(recognised) & used_by(compared, task) else None
    if stop is not None:
        return (replace(beside(stop, tried), task=task),)
    several = len(tried) > 1 and all(map(is_of_a_part, tried))
    if tried and not (several and is_one_mistake(compared, in_parts(compared, task, source))):
        return tuple(with_mutant(compared, task, one) for one in tried)
    whole = mutant(compared, task, source) or related(compared, task)
    if whole is not None:
        return (with_mutant(compared, task, whole),)
    parts = in_parts(compared, task, source)
    if parts:
        return tuple(replace(part, task=task) for part in parts)
    found = own_loss(compared, task) or partly_named(compared, task) or no_result(compared, task, recognised)
    return () if found is None else (with_mutant(compared, task, found),)


def is_one_mistake(compared: Comparison, parts: Sequence[Diagnosis]) -> bool:
    """Tell whether all that numbers say of a task's values is one misconception of the page."""
    return len(parts) == 1 and parts[0].id in {known.id for known in compared.key.misconceptions}


def used_by(compared: Comparison, task: str) -> set[str]:
    """Return the other tasks that a task's wrong checks call."""
    return {name for index in compared.failing_of(task) for name in compared.checks[index].check.uses} - {
        task
    }


# ---- the page's misconceptions -------------------------------------------------------------------


def named(compared: Comparison, task: str) -> Diagnosis | None:
    """Return the one misconception of the page whose numbers these are; None where none is, or several."""
    key, row = compared.key, compared.row
    fits = [
        known
        for known in key.misconceptions
        if explains(key, known, row, task) and shows(compared, known.row, task)
    ]
    if len(fits) != 1:
        return None
    known = fits[0]
    explained = sorted(index for index in compared.failing if agrees(key, row, known.row, index))
    found = Diagnosis(
        known.id, known.title, known.message, ids(key, explained), known.hints, known.targets[0]
    )
    return with_known(compared, known, found)


def is_open_to_doubt(compared: Comparison, task: str, source: Source) -> bool:
    """Tell whether another mistake may give the numbers of a listed one; a change that mends it counts.

    Flags and small whole numbers agree by chance, and what does not run is not what its numbers suggest.
    With public checks alone a change has no more behind it than the listed mistake has.
    """
    failing = [compared.checks[index] for index in compared.failing_of(task)]
    valued = all(one.difference is not None and one.difference.kind in ("value", "flag") for one in failing)
    right = [one.expected.values[name] for one in failing for name in graded(one.expected)]
    chance = valued and not compared.key.public_only and not is_telling(right)
    return chance or source.reached_from(task).has_idle_line


def is_telling(right: Iterable[np.ndarray]) -> bool:
    """Tell whether some right numbers are others than flags and small whole ones, which agree by chance."""
    return any(is_telling_number(array).any() for array in right)


def may_follow(compared: Comparison, task: str, source: Source) -> bool:
    """Tell whether a task's small whole numbers may be chance, as it calls another task that is wrong."""
    called = source.reached_from(task).names & set(compared.key.tasks) if source.known else frozenset()
    if not any(compared.failing_of(name) for name in called - {task}):
        return False
    failing = [compared.checks[index] for index in compared.failing_of(task)]
    return not is_telling(one.expected.values[name] for one in failing for name in graded(one.expected))


def explains(key: AnswerKey, known: Known, row: Row, task: str) -> bool:
    """Tell whether a misconception's row is the student's on every check it must show in.

    These are the checks of the tasks it replaces; for a helper, every check that it changes. One of
    them must be a check of ``task`` that differs from the reference.
    """
    changed = {place for place, check in enumerate(key.checks) if check.id in known.changed}
    own = {place for place in range(len(row)) if key.checks[place].task in known.targets} or changed
    if not any(key.checks[place].task == task and place in changed for place in own):
        return False
    return all(agrees(key, row, known.row, place) for place in own)


def shows(compared: Comparison, row: Row, task: str) -> bool:
    """Tell whether agreeing with a row means something: on one check of the task the mistake itself is seen.

    Finite numbers that differ from the right ones show it; so does a result of another kind or shape.
    That two programs stop or overflow alike says nothing of why, unless they stop with the same words, or
    are right elsewhere: a mistake that shows with large numbers only.
    """
    failing = compared.failing_of(task)
    if any(is_shown_by(compared.checks[index], row[index]) for index in failing):
        return True
    right = set(compared.of_task(task)) - set(failing)
    returned = all(compared.row[index].outcome is Outcome.RETURNED for index in failing)
    return returned and any(compared.checks[index].check.scenario.is_direct for index in right)


def is_shown_by(one: Compared, known: Observation) -> bool:
    """Tell whether a check that a known mistake fails as well shows that mistake."""
    if known.outcome is Outcome.RAISED:
        return stops_alike(one.got.error, known.error)
    if one.difference is None or not returned_both(one.got, known):
        return False
    return one.difference.kind in ("none", "shape", "type", "flag") or has_wrong_number(one)


def returned_both(one: Observation, other: Observation) -> bool:
    """Tell whether two calls gave results."""
    return one.outcome is Outcome.RETURNED and other.outcome is Outcome.RETURNED


def has_wrong_number(one: Compared) -> bool:
    """Tell whether a result has a finite number that is not the right one."""
    for name in graded(one.expected):
        got, expected = one.got.values.get(name), one.expected.values[name]
        if got is not None and got.shape == expected.shape and got.dtype.kind in "iufb":
            allowed = one.check.bound.allowed(name, expected)
            with np.errstate(invalid="ignore"):  # the difference of two infinities
                have = got.astype(float)
                off = np.abs(have - expected.astype(float)) > allowed
            if bool(np.any(off & np.isfinite(have))):
                return True
    return False


def ids(key: AnswerKey, places: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of checks by their places."""
    return tuple(key.checks[place].id for place in places)


# ---- general relations ---------------------------------------------------------------------------


def plain(compared: Comparison, task: str) -> Diagnosis | None:
    """Return the plainest that can be said of wrong numbers: a mere factor, always the same, in a list."""
    key, row = compared.key, compared.row
    places, failing = concerned(compared, task)
    found = relation(key, row, key.reference, places)
    told = found and all(how.sentence in PLAIN for _, how in found)
    return described(sayable(key, row, key.reference, places, found), ids(key, failing)) if told else None


def related(compared: Comparison, task: str) -> Diagnosis | None:
    """Return a relation between the student's numbers and the right ones, or those of a known mistake."""
    key, row = compared.key, compared.row
    places, failing = concerned(compared, task)
    if not set(places) & set(failing):
        return None  # half of a known mistake, doubled, is no mistake
    shown = is_shown(compared, failing)
    found = relation(key, row, key.reference, places)
    if found:
        return described(sayable(key, row, key.reference, places, found), ids(key, failing))
    # Where a task that this one calls is wrong as well, its numbers are no evidence of a second mistake.
    alone = shown and not any(compared.failing_of(name) for name in used_by(compared, task))
    for known in key.misconceptions if alone else ():
        if task in known.targets and all(known.row[place].outcome is Outcome.RETURNED for place in places):
            found = relation(key, row, known.row, places, FACTORS)
            if found and is_factor(found) and is_plain_number(found) and not of_buffers(found):
                both = described(sayable(key, row, known.row, places, found), ids(key, failing))
                message = say("relation.both", title=known.title, second=both.message)
                return Diagnosis(f"{known.id}+{both.id}", known.title, message, both.checks, known.hints)
    return None


def of_buffers(found: Sequence[tuple[str, Found]]) -> bool:
    """Tell whether a sign is reversed in a gradient buffer: what a buffer held before is then no mistake."""
    return any(how.sentence == "relation.sign" and name.endswith(".grad") for name, how in found)


def concerned(compared: Comparison, task: str) -> tuple[list[int], list[int]]:
    """Return the checks over which a relation must hold, and those that fail; none where a call gave none.

    An experiment puts several calls together, so that no plain relation holds in it.
    """
    failing = compared.failing_of(task)
    direct = [index for index in compared.of_task(task) if compared.key.checks[index].scenario.is_direct]
    if any(compared.row[index].outcome is not Outcome.RETURNED for index in direct):
        return [], failing
    return direct, failing


# ---- mutants: mistakes that no page names --------------------------------------------------------


def mutant(compared: Comparison, task: str, source: Source) -> Diagnosis | None:
    """Return the one change to a right definition that gives exactly these numbers, where it can be said."""
    shaped = any(
        one.difference is not None and one.difference.kind == "shape"
        for one in (compared.checks[index] for index in compared.failing_of(task))
    )
    if not shaped and not is_shown(compared, compared.failing_of(task)):
        return None
    by_id = {one.check.id: one for one in compared.checks}
    for one in compared.key.mutants:
        if one.task != task or (shaped and one.sentence not in SHAPING) or not may_give(by_id, one):
            continue
        if (
            speaks_of(compared, task, one)
            and gives(compared, one)
            and can_be_said(one.sentence, one.words, source)
        ):
            id = f"derived.{one.sentence}"
            checks = ids(compared.key, compared.failing_of(task))
            return Diagnosis(id, say(f"{id}.title"), say(id, **one.words), checks)
    return None


def may_give(by_id: Mapping[str, Compared], one: Mutant) -> bool:
    """Tell, at one number a check, whether a mutant may give the student's: most do not."""
    return all(by_id[id].may_be(seen) for id, seen in one.seen.items())


def speaks_of(compared: Comparison, task: str, one: Mutant) -> bool:
    """Tell whether a mutant was observed on a check that fails; elsewhere it shows nothing."""
    return any(compared.checks[index].check.id in one.seen for index in compared.failing_of(task))


def gives(compared: Comparison, one: Mutant) -> bool:
    """Tell whether a mutant gives the student's numbers on every check on which it was observed."""
    by_id = {check.id: index for index, check in enumerate(compared.key.checks)}
    return all(
        is_equivalent(compared.row[by_id[id]], seen, compared.key.checks[by_id[id]].bound)
        for id, seen in one.seen.items()
    )


def is_shown(compared: Comparison, indices: Iterable[int]) -> bool:
    """Tell whether some checks have wrong numbers enough: through a single one many formulas go."""
    returned = [
        one for one in map(compared.checks.__getitem__, indices) if one.got.outcome is Outcome.RETURNED
    ]
    return is_evidence([wrong_entries(one, name) for one in returned for name in graded(one.expected)])


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


LEAST_ALIKE = 3
"""Wrong checks that must be those of a known mistake before it is mentioned where not all are."""


def partly_named(compared: Comparison, task: str) -> Diagnosis | None:
    """Return the misconception whose numbers are the student's on most wrong checks, and say on how many."""
    failing = compared.failing_of(task)
    fits = []
    for known in compared.key.misconceptions:
        same = [
            index
            for index in failing
            if task in known.targets
            and agrees(compared.key, compared.row, known.row, index)
            and is_shown_by(compared.checks[index], known.row[index])
        ]
        if len(same) >= LEAST_ALIKE and 2 * len(same) > len(failing):
            fits.append((len(same), known))
    best = max((count for count, _ in fits), default=0)
    likely = [known for count, known in fits if count == best]
    if len(likely) != 1:
        return None
    words = {"count": best, "total": len(failing), "title": likely[0].title}
    title = say("partly.title", title=likely[0].title)
    checks = ids(compared.key, failing)
    return Diagnosis(f"{likely[0].id}.partly", title, say("partly", **words), checks, likely[0].hints)


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
