"""Say how the numbers of a whole task relate to the right ones, or to those of a known mistake."""

from __future__ import annotations

from collections.abc import Sequence

from grader.grading.comparison import Comparison
from grader.grading.evidence import is_right, names_of
from grader.grading.listed import ids
from grader.grading.mutants import is_shown
from grader.grading.related import PLAIN, described, is_factor, is_plain_number, relation, sayable
from grader.grading.right import spoken
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Outcome
from grader.keys.key import Known
from grader.numbers.relations.case import Found
from grader.numbers.relations.search import FACTORS
from grader.words.lists import listed
from grader.words.message import say


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
    alone = shown and not any(compared.failing_of(name) for name in compared.used_by(task))
    for known in key.misconceptions if alone else ():
        if task in known.targets and all(known.row[place].outcome is Outcome.RETURNED for place in places):
            found = relation(key, row, known.row, places, FACTORS)
            right = [name for name, _ in found if is_right(compared, places, name)]
            if right and len(right) == len(found):
                return with_right(compared, known, places, right, ids(key, failing))
            if right:
                continue  # what is right is no second mistake
            if found and is_factor(found) and is_plain_number(found) and not of_buffers(found):
                both = described(sayable(key, row, known.row, places, found), ids(key, failing))
                message = say("relation.both", title=known.title, second=both.message)
                return Diagnosis(f"{known.id}+{both.id}", known.title, message, both.checks, known.hints)
    return None


def with_right(
    compared: Comparison, known: Known, places: Sequence[int], right: Sequence[str], checks: tuple[str, ...]
) -> Diagnosis:
    """Return a known mistake that was made for some values only: the ``right`` ones were spared."""
    shown = [place for place in places if compared.key.checks[place].public] or places
    wrong = [name for name in names_of(compared, shown) if not is_right(compared, shown, name)]
    names = spoken(wrong, [name for name in wrong if "." not in name])
    message = say("part.of", where=listed(names), message=say("part.alike", title=known.title))
    return Diagnosis(f"{known.id}.partly", known.title, message, checks, known.hints)


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
