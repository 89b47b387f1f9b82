"""Say which changes to a program make a task right: what stands in their places is what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from grader.grading.comparison import Comparison
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Repair
from grader.words.lists import listed
from grader.words.location import phrase
from grader.words.message import Message, Said, say, together

MEMORY = "memory"
"""The kind of what is no change: in a process of its own a call is right, after other calls it is not."""


FOLLOWS = "follows"
"""The kind of a task that is right as soon as another one is, whose name is the word "task"."""

GAVE_UP = "gave_up"
"""The kind of a task in which no change was found before the time for trying them was over."""

LISTED, KNOWN = "listed", "known"
"""The kind of a misconception that is left once other tasks are mended, and the word for its id."""

SCALED, FACTOR = "scaled", "factor"
"""The kind of what is no change either, a factor that is left over, and the word for that factor."""


BESIDE = "beside"
"""The word for the tasks that have to be right as well, as this one calls them."""

AGAIN = "again"
"""The word for the other lines in which the same mistake stands."""


def of_repairs(
    compared: Comparison, task: str, repairs: Sequence[Repair], text: str
) -> tuple[Diagnosis, ...]:
    """Return a diagnosis for each change of a task that was found when it was tried."""
    checks = tuple(compared.checks[index].check.id for index in compared.failing_of(task))
    own = [one for one in repairs if one.task == task and one.kind not in (FOLLOWS, GAVE_UP)]
    if own and own[0].kind == LISTED:
        return left_over(compared, own[0], checks)
    if len(own) == 2 and own[0].together == 2 and own[0].line and own[0].line == own[1].line:
        title = say(f"repair.{own[0].kind}.title")
        return (Diagnosis(f"repair.{own[0].kind}", title, twice(own[0], own[1], text), checks, task=task),)
    return tuple(
        Diagnosis(f"repair.{one.kind}", say(f"repair.{one.kind}.title"), told(one, text), checks, task=task)
        for one in own
    )


def left_over(compared: Comparison, one: Repair, checks: tuple[str, ...]) -> tuple[Diagnosis, ...]:
    """Return the misconception of the page that is left in a task beside mistakes in others."""
    others = listed(one.words[BESIDE].split())
    return tuple(
        Diagnosis(
            known.id,
            known.title,
            say("repair.listed", others=others, task=one.task, title=known.title),
            checks,
            known.hints,
            one.task,
        )
        for known in compared.key.misconceptions
        if known.id == one.words[KNOWN]
    )


def told(one: Repair, text: str) -> Said:
    """Return what to say of one change: where it is, what stands there, and what the change makes right."""
    if one.kind in (MEMORY, SCALED):
        return say(f"repair.{one.kind}", task=one.task, **one.words)
    said = what(one, text)
    if FACTOR in one.words:
        return say("repair.half", what=said)
    if AGAIN in one.words:
        return again(one, text)
    if BESIDE in one.words:
        return once_right(one, said)
    if one.together > 2:
        return say("repair.together.many", what=said, task=one.task)
    if one.together > 1:
        return say("repair.together", what=said, task=one.task)
    if one.names:
        return say("repair.part", what=said, where=listed(one.names))
    return say("repair.whole", what=said, task=one.task)


def once_right(one: Repair, said: Said) -> Said:
    """Return what to say of a change that makes a task right once others are, which it calls."""
    others = listed(one.words[BESIDE].split())
    if one.names:
        return say("repair.beside.part", what=said, others=others, where=listed(one.names))
    return say("repair.beside", what=said, others=others, task=one.task)


def followers(task: str, repairs: Sequence[Repair]) -> frozenset[str]:
    """Return the tasks that fail only because they call this one, as trying changes has shown."""
    return frozenset(one.task for one in repairs if one.kind == FOLLOWS and one.words["task"] == task)


def twice(one: Repair, other: Repair, text: str) -> Said:
    """Return what to say of two changes in one line: they may be one mistake."""
    if one == other:
        return say("repair.twice", what=what(one, text), task=one.task)
    second = say(f"repair.{other.kind}", **other.words)
    return say("repair.both", what=what(one, text), second=second, task=one.task)


def again(one: Repair, text: str) -> Said:
    """Return what to say of one mistake in several lines, and what mending all of them makes right."""
    lines = [phrase(text, int(line)) for line in one.words[AGAIN].split()]
    others = reduce(lambda first, last: say("list.and", first=first, last=last), lines)
    if one.names:
        return say("repair.again.part", what=what(one, text), others=others, where=listed(one.names))
    return say("repair.again", what=what(one, text), others=others, task=one.task)


def what(one: Repair, text: str) -> Said:
    """Return what stands in the place of a change, with its line where no other would do."""
    said = say(f"repair.{one.kind}", **one.words)
    return say("repair.line", where=phrase(text, one.line, first=True), what=said) if one.line else said


def is_of_a_part(found: Diagnosis) -> bool:
    """Tell whether a change mends single values, not the whole task."""
    return isinstance(found.message, Message) and found.message.id == "repair.part"


def beside(plain: Diagnosis, found: Sequence[Diagnosis]) -> Diagnosis:
    """Return a plain relation with the only change that mends it, where there is one."""
    if len(found) != 1:
        return plain
    return replace(plain, message=together([plain.message, found[0].message]))
