"""Explain each wrong value of a task by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from grader.grading.comparison import Compared, Comparison
from grader.grading.evidence import (
    FAR_OFF,
    direct,
    is_evidence,
    is_right,
    names_of,
    near,
    right_in,
    wrong_entries,
)
from grader.grading.needs import OF_THE_WHOLE, SHAPING, can_be_said
from grader.grading.related import case
from grader.grading.source import Source
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Observation, Outcome
from grader.keys.key import PAIR, Known
from grader.numbers.compare import graded
from grader.numbers.relations.search import find
from grader.words.lists import listed
from grader.words.message import Said, say

Explanation = tuple[str, Said, Said, tuple[str, ...]]
"""Id, title, sentence and hints of what explains a value."""


@np.errstate(all="ignore")
def in_parts(
    compared: Comparison, task: str, source: Source, known: Collection[str] = ()
) -> tuple[Diagnosis, ...]:
    """Return an explanation for each wrong value of a task, those with the same one taken together.

    Two mistakes in one task often show in different values: the slope in w has one, the slope in b another.
    Of some values it may be ``known`` already what is wrong with them.
    """
    indices = direct(compared, task)
    wrong = [
        name
        for name in names_of(compared, indices)
        if name not in known and not is_right(compared, indices, name)
    ]
    if not indices or len(names_of(compared, indices)) < 2:
        return ()
    found = {
        name: explain(compared, task, indices, name, source) if evidence(compared, indices, name) else None
        for name in wrong
    }
    listed_ones = {one.id for one in compared.key.misconceptions}
    explained: dict[Explanation, list[str]] = {}
    for name, why in found.items():
        # What only the numbers suggest counts where it accounts for every value that is wrong.
        if why is not None and (why[0] in listed_ones or all(found.values())):
            explained.setdefault(why, []).append(name)
    if not all(found.values()):
        explained = {why: names for why, names in explained.items() if len(names) > 1}
    checks = tuple(compared.checks[index].check.id for index in compared.failing_of(task))
    return tuple(
        Diagnosis(id, title, say("part.of", where=listed(names), message=says), checks, hints)
        for (id, title, says, hints), names in explained.items()
    )


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
        return known[0].id, known[0].title, *told(compared, indices, known[0])
    by_id = {one.check.id: one for one in compared.checks}
    for one in compared.key.mutants:
        if (
            one.task == task
            and one.sentence not in SHAPING | OF_THE_WHOLE | {PAIR}
            and all(has_value(by_id[id], seen, name) for id, seen in one.seen.items())
            and not all(name not in by_id[id].got.values or right_in(by_id[id], name) for id in one.seen)
            and can_be_said(one.sentence, one.words, source)
        ):
            id = f"derived.{one.sentence}"
            return id, say(f"{id}.title"), say(id, **one.words), ()
    return elsewhere(compared, indices, name) or relation_of(compared, indices, name)


def told(compared: Comparison, indices: Sequence[int], known: Known) -> tuple[Said, tuple[str, ...]]:
    """Return the sentence and the hints of a misconception, some of whose values are the student's.

    Where others are not, its own sentence may speak of one of these, or call one right that is wrong.
    """
    changed = changed_by(compared, indices, known)
    whole = all(
        all(has_value(compared.checks[index], known.row[index], name) for index in indices)
        if name in changed
        else is_right(compared, indices, name)
        for name in names_of(compared, indices)
    )
    return (known.message, known.hints) if whole else (say("part.alike", title=known.title), ())


def changed_by(compared: Comparison, indices: Sequence[int], known: Known) -> list[str]:
    """Return the values that a misconception changes; where one of these is right, it is another mistake."""
    return [
        name
        for name in names_of(compared, indices)
        if not all(
            known.row[i].outcome is Outcome.RETURNED
            and name in known.row[i].values
            and is_same(known.row[i].values[name], compared.checks[i].expected.values[name])
            for i in indices
            if name in compared.checks[i].expected.values
        )
    ]


def is_same(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two arrays hold the same numbers to rounding, or the same flags."""
    return near(one, other) or (one.dtype.kind == other.dtype.kind == "b" and np.array_equal(one, other))


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


def evidence(compared: Comparison, indices: Sequence[int], name: str) -> bool:
    """Tell whether a value is wrong in enough finite numbers to say why."""
    having = [compared.checks[index] for index in indices if name in compared.checks[index].expected.values]
    return is_evidence([wrong_entries(one, name) for one in having])
