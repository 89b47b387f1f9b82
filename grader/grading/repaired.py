"""Say which changes to a program make a task right: what stands in their places is what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.grading.comparison import Comparison
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Repair
from grader.words.lists import listed
from grader.words.location import phrase
from grader.words.message import Message, Said, say, together

MEMORY = "memory"
"""The kind of what is no change: in a process of its own a call is right, after other calls it is not."""


def of_repairs(
    compared: Comparison, task: str, repairs: Sequence[Repair], text: str
) -> tuple[Diagnosis, ...]:
    """Return a diagnosis for each change of a task that was found when it was tried."""
    checks = tuple(compared.checks[index].check.id for index in compared.failing_of(task))
    return tuple(
        Diagnosis(f"repair.{one.kind}", say(f"repair.{one.kind}.title"), told(one, text), checks, task=task)
        for one in repairs
        if one.task == task
    )


def told(one: Repair, text: str) -> Said:
    """Return what to say of one change: where it is, what stands there, and what the change makes right."""
    if one.kind == MEMORY:
        return say(f"repair.{MEMORY}", task=one.task)
    what = say(f"repair.{one.kind}", **one.words)
    if one.line:
        what = say("repair.line", where=phrase(text, one.line, first=True), what=what)
    if one.together > 1:
        return say("repair.together", what=what, task=one.task)
    if one.names:
        return say("repair.part", what=what, where=listed(one.names))
    return say("repair.whole", what=what, task=one.task)


def is_of_a_part(found: Diagnosis) -> bool:
    """Tell whether a change mends single values, not the whole task."""
    return isinstance(found.message, Message) and found.message.id == "repair.part"


def beside(plain: Diagnosis, found: Sequence[Diagnosis]) -> Diagnosis:
    """Return a plain relation with the only change that mends it, where there is one."""
    if len(found) != 1:
        return plain
    return replace(plain, message=together([plain.message, found[0].message]))
