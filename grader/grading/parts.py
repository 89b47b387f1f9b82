"""Explain each wrong value of a task by itself, and say which values are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from grader.grading.comparison import Compared, Comparison
from grader.grading.related import case
from grader.grading.source import OF_THE_WHOLE, SHAPING, Source, can_be_said
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Observation, Outcome
from grader.keys.key import Known
from grader.numbers.compare import graded, real
from grader.numbers.relations.search import find
from grader.words.lists import listed
from grader.words.message import Said, say

LEAST_NUMBERS = 2
"""Wrong finite numbers of a value from which on an explanation of them is no chance."""


Explanation = tuple[str, Said, Said, tuple[str, ...]]
"""Id, title, sentence and hints of what explains a value."""


@np.errstate(all="ignore")
def in_parts(compared: Comparison, task: str, source: Source) -> tuple[Diagnosis, ...]:
    """Return an explanation for each wrong value of a task, those with the same one taken together.

    Two mistakes in one task often show in different values: the slope in w has one, the slope in b another.
    """
    indices = direct(compared, task)
    wrong = [name for name in names_of(compared, indices) if not is_right(compared, indices, name)]
    if not indices or len(names_of(compared, indices)) < 2:
        return ()
    found = {
        name: explain(compared, task, indices, name, source) if evidence(compared, indices, name) else None
        for name in wrong
    }
    known = {one.id for one in compared.key.misconceptions}
    explained: dict[Explanation, list[str]] = {}
    for name, why in found.items():
        # What only the numbers suggest counts where it accounts for every value that is wrong.
        if why is not None and (why[0] in known or all(found.values())):
            explained.setdefault(why, []).append(name)
    if not all(found.values()):
        explained = {why: names for why, names in explained.items() if len(names) > 1}
    checks = tuple(compared.checks[index].check.id for index in compared.failing_of(task))
    return tuple(
        Diagnosis(id, title, say("part.of", where=listed(names), message=says), checks, hints)
        for (id, title, says, hints), names in explained.items()
    )


def direct(compared: Comparison, task: str) -> list[int]:
    """Return the checks of a task that call it once; none where a call gave no numbers."""
    indices = [i for i in compared.of_task(task) if compared.checks[i].check.scenario.is_direct]
    returned = all(compared.row[index].outcome is Outcome.RETURNED for index in indices)
    return indices if returned else []


def names_of(compared: Comparison, indices: Sequence[int]) -> list[str]:
    """Return the names of the graded values of some checks."""
    return list(dict.fromkeys(name for index in indices for name in graded(compared.checks[index].expected)))


def explain(
    compared: Comparison, task: str, indices: Sequence[int], name: str, source: Source
) -> Explanation | None:
    """Return id, title, sentence and hints of what explains one value in all checks; None for nothing."""
    known = [
        one
        for one in compared.key.misconceptions
        if task in one.targets
        and all(has_value(compared.checks[i], one.row[i], name) for i in indices)
        and not any(is_right(compared, indices, other) for other in changed_by(compared, indices, one))
    ]
    if len(known) == 1:
        return known[0].id, known[0].title, known[0].message, known[0].hints
    by_id = {one.check.id: one for one in compared.checks}
    for one in compared.key.mutants:
        if (
            one.task == task
            and one.sentence not in SHAPING | OF_THE_WHOLE
            and all(has_value(by_id[id], seen, name) for id, seen in one.seen.items())
            and not all(name not in by_id[id].got.values or right_in(by_id[id], name) for id in one.seen)
            and can_be_said(one.sentence, one.words, source)
        ):
            id = f"derived.{one.sentence}"
            return id, say(f"{id}.title"), say(id, **one.words), ()
    return elsewhere(compared, indices, name) or relation_of(compared, indices, name)


def changed_by(compared: Comparison, indices: Sequence[int], known: Known) -> list[str]:
    """Return the values that a misconception changes; where one of these is right, it is another mistake."""
    return [
        name
        for name in names_of(compared, indices)
        if not all(
            known.row[i].outcome is Outcome.RETURNED
            and name in known.row[i].values
            and near(known.row[i].values[name], compared.checks[i].expected.values[name])
            for i in indices
            if name in compared.checks[i].expected.values
        )
    ]


def elsewhere(compared: Comparison, indices: Sequence[int], name: str) -> Explanation | None:
    """Return that a value is the right one of another name: w6 has the slope that belongs to w7."""
    for other in names_of(compared, indices):
        if other != name and stands_for(compared, indices, name, other):
            exchanged = stands_for(compared, indices, other, name)
            id = "relation.swapped" if exchanged else "relation.elsewhere"
            return (
                id,
                say(f"{id}.title"),
                say(id, other=other) if not exchanged else say(id),
                (),
            )
    return None


def stands_for(compared: Comparison, indices: Sequence[int], name: str, other: str) -> bool:
    """Tell whether a value is the right one of another name, in every one of some checks."""
    return all(
        name in compared.row[i].values
        and other in compared.checks[i].expected.values
        and near(compared.row[i].values[name], compared.checks[i].expected.values[other])
        for i in indices
    )


def relation_of(compared: Comparison, indices: Sequence[int], name: str) -> Explanation | None:
    """Return the relation between one value and the right one, without a number that may be hidden."""
    key, row = compared.key, compared.row
    cases = [
        case(key, row, key.reference, index, name)
        for index in indices
        if name in graded(key.reference[index])
    ]
    whole = [one for one in cases if one is not None]
    found = find(whole) if whole and len(whole) == len(cases) else None
    if found is None or found.sentence in VAGUE:
        return None
    quoting = f"{found.sentence}.unsaid"
    id = quoting if quoting in QUOTED else found.sentence
    return found.sentence, say(f"{found.sentence}.title"), say(id, where=name, **found.words), ()


VAGUE = frozenset({"relation.approximate", "relation.offset"})
"""Relations that say too little of one value among several."""

QUOTED = frozenset({"relation.offset.unsaid", "relation.constant.unsaid"})
"""Sentences without the number that their longer forms quote: here it could be a hidden one."""


# ---- one value -----------------------------------------------------------------------------------


FAR_OFF = 1e-2
"""Beside the size of the numbers: first entries further apart belong to different values."""


def has_value(one: Compared, known: Observation, name: str) -> bool:
    """Tell whether a known program gives the student's numbers for one value of a check."""
    if known.outcome is not Outcome.RETURNED or name not in known.values or name not in one.got.values:
        return name not in one.expected.values
    other, got = known.values[name], one.got.values[name]
    scale = one.check.bound.scale(name, one.expected.values[name])
    if got.size and other.size and got.dtype.kind in "iuf" and other.dtype.kind in "iuf":
        size = max(scale, abs(float(other.flat[0])), abs(float(got.flat[0])))
        if not abs(float(got.flat[0]) - float(other.flat[0])) <= FAR_OFF * size:
            return False
    return near(got, other, scale, one.check.bound.double)


def near(got: np.ndarray, other: np.ndarray, scale: float = 0.0, tolerance: float = 1e-6) -> bool:
    """Tell whether two arrays hold the same finite numbers, to rounding."""
    if got.shape != other.shape or got.dtype.kind not in "iuf" or other.dtype.kind not in "iuf":
        return False
    one, two = real(got), real(other)
    size = max(scale, float(np.max(np.abs(two), initial=0.0)))
    return bool(
        np.isfinite(one).all() and np.isfinite(two).all() and np.all(np.abs(one - two) <= tolerance * size)
    )


WHOLE_AT_MOST = 20.0
"""Whole numbers up to this size are no evidence of a formula."""


def is_telling_number(right: np.ndarray) -> np.ndarray:
    """Return which entries are neither flags nor small whole numbers, which are hit by chance."""
    numbers = real(right)
    return np.asarray((numbers != np.round(numbers)) | (np.abs(numbers) > WHOLE_AT_MOST))


def wrong_entries(one: Compared, name: str) -> np.ndarray:
    """Return the finite entries of a value that are not the right ones, shape (n,)."""
    got, expected = one.got.values.get(name), one.expected.values[name]
    if got is None or got.dtype.kind not in "iuf" or expected.dtype.kind not in "iuf":
        return np.empty(0)
    have = real(got)
    if got.shape != expected.shape:
        return np.extract(np.isfinite(have), have)
    allowed = 10 * one.check.bound.allowed(name, expected)
    return np.extract(np.isfinite(have) & (np.abs(have - real(expected)) > allowed), have)


def is_evidence(wrong: Sequence[np.ndarray]) -> bool:
    """Tell whether wrong numbers are enough to say how they were come by.

    Small whole numbers agree by chance, as counts and places do: one at least must be another.
    """
    numbers = np.concatenate([np.empty(0), *wrong])
    telling = (numbers != np.round(numbers)) | (np.abs(numbers) > WHOLE_AT_MOST)
    return numbers.size >= LEAST_NUMBERS and bool(telling.any())


def evidence(compared: Comparison, indices: Sequence[int], name: str) -> bool:
    """Tell whether a value is wrong in enough finite numbers to say why."""
    having = [compared.checks[index] for index in indices if name in compared.checks[index].expected.values]
    return is_evidence([wrong_entries(one, name) for one in having])


def is_right(compared: Comparison, indices: Sequence[int], name: str) -> bool:
    """Tell whether one value is right in every one of some checks."""
    return all(
        name in compared.row[i].values and right_in(compared.checks[i], name)
        for i in indices
        if name in compared.checks[i].expected.values
    )


def right_in(one: Compared, name: str) -> bool:
    """Tell whether one value of a check is right, as the check measures it."""
    got, expected = one.got.values[name], one.expected.values[name]
    if got.shape != expected.shape or any(
        (got.dtype.kind == kind) != (expected.dtype.kind == kind) for kind in "bc"
    ):
        return False
    with np.errstate(all="ignore"):  # the difference of two infinities
        have, want = real(got), real(expected)
        allowed = one.check.bound.allowed(name, want)
        return bool(np.isfinite(have).all() and np.all(np.abs(have - want) <= allowed))


# ---- what is right -------------------------------------------------------------------------------


@np.errstate(all="ignore")
def what_is_right(compared: Comparison, tasks: Sequence[str]) -> tuple[Said, ...]:
    """Return a sentence for each of these tasks of which a part is right by public checks, denied by none."""
    return tuple(said for task in tasks for said in right_parts(compared, task))


def right_parts(compared: Comparison, task: str) -> Iterator[Said]:
    """Yield what is right of a task that fails: some of its values, or one sample, or the first entries."""
    every = direct(compared, task)
    shown = [index for index in every if compared.checks[index].check.public]
    failing = compared.failing_of(task)
    if not failing or not any(index in failing for index in shown):
        return
    names = spoken(names_of(compared, shown), [name for name in names_of(compared, shown) if "." not in name])
    right = [name for name in names if is_right(compared, every, name)]
    wrong = [name for name in names if not is_right(compared, shown, name)]
    if right and wrong and len(right) + len(wrong) == len(names):
        yield say("right.values", task=task, right=listed(right), wrong=listed(wrong))
    elif len(wrong) == 1:
        yield from right_entries(compared, task, [index for index in every if index in failing], wrong[0])


def spoken(names: Sequence[str], plain: Sequence[str]) -> Sequence[str]:
    """Return the values worth speaking of: without flags, and without buffers beside their parameters."""
    numbers = [name for name in names if not name.endswith((".requires_grad", ".is_leaf"))]
    return plain if plain and len(plain) < len(numbers) else numbers


def right_entries(compared: Comparison, task: str, failing: Sequence[int], name: str) -> Iterator[Said]:
    """Yield how many entries of a history are right before the first wrong one, in all public checks.

    Where a hidden check has a wrong entry earlier, nothing is said: its place could tell a hidden number.
    """
    counts: list[int] = []
    hidden: list[int] = []
    for index in failing:
        got, expected = compared.row[index].values.get(name), compared.checks[index].expected.values.get(name)
        if (
            got is None
            or expected is None
            or got.ndim != 1
            or got.shape != expected.shape
            or got.dtype.kind not in "iuf"
        ):
            return
        allowed = compared.checks[index].check.bound.allowed(name, expected)
        off = ~(np.abs(got - expected) <= allowed)
        (counts if compared.checks[index].check.public else hidden).append(int(np.argmax(off)))
    if counts and 1 <= min(counts) <= min(hidden, default=min(counts)):
        id = "right.first.one" if min(counts) == 1 else "right.first"
        yield say(id, task=task, name=name, count=min(counts))
