"""Recognise the misconceptions that a page lists, by their numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from grader.grading.carried_forward import with_known
from grader.grading.comparison import Compared, Comparison
from grader.grading.evidence import is_telling_number, wrong_entries
from grader.grading.source import Source
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Observation, Outcome
from grader.keys.key import AnswerKey, Known, Row, agrees
from grader.numbers.compare import graded
from grader.numbers.equivalence import stops_alike
from grader.words.message import say


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
    wrong = [wrong_entries(one, name) for one in failing for name in graded(one.expected)]
    chance = valued and not compared.key.public_only and not is_telling([*right, *wrong])
    return chance or source.reached_from(task).has_idle_line


def may_be_another(compared: Comparison, task: str, source: Source) -> bool:
    """Tell whether a change that was found may count beside a listed mistake of the same numbers.

    Parameters in another order than the page's may have the effect of a mistake in the formula; of the
    changes to such a task only their order counts, see ``repairs.trying``.
    """
    return is_open_to_doubt(compared, task, source) or source.reorders(task, compared.labels(task))


def is_telling(right: Iterable[np.ndarray]) -> bool:
    """Tell whether some right numbers are others than flags and small whole ones, which agree by chance."""
    return any(is_telling_number(array).any() for array in right)


def may_follow(compared: Comparison, task: str, source: Source, sure: Collection[str]) -> bool:
    """Tell whether a task may only look like a known mistake, as it calls another task that is wrong.

    ``sure`` are the tasks of which it is known what is wrong, and so what that does to this one.
    """
    called = source.reached_from(task).names & set(compared.key.tasks) if source.known else frozenset()
    wrong = {name for name in called - {task} if compared.has_wrong_numbers(name)}
    if not wrong <= set(sure):
        return True
    if not wrong:
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
    return Diagnosis(
        f"{likely[0].id}.partly",
        title,
        say("partly.all" if best == len(failing) else "partly", **words),
        checks,
        likely[0].hints,
    )
