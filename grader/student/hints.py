"""Hints in steps: which of them were shown, what they have cost, and the next one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from grader.course.course import Course
from grader.errors import UsageError
from grader.grading.hints import STEPS_AT_MOST, Mistake, mistakes, with_steps
from grader.grading.verdict import Report
from grader.words.catalogue import sentence
from grader.words.plain import in_words, translated

# ---- what was shown, and what it costs ---------------------------------------------------------------


def settle(course: Course, report: Report, story: str, asked: int = 0) -> Report:
    """Remember a report's mistakes and the hints shown with it; return it with hints, less their cost.

    ``report`` is what the student may see. Where hints cost something, it keeps only those shown.
    """
    told = with_steps(report, story)
    used = dict(uses(course, report.exercise))
    for found in told.diagnoses if asked else ():
        used[found.id] = max(used.get(found.id, 0), min(asked, len(found.hints)))
    last_seen = in_words(tuple(mistakes(report, story)), translated(report))
    remember(course, report.exercise, last_seen, used)
    cost = price(course)
    if not cost:
        return told
    taken = round(cost * sum(used.values()), 6)
    note = sentence(
        "note.hints", exercise=report.exercise, cost=f"{cost:g}", count=sum(used.values()), taken=f"{taken:g}"
    )
    return replace(shown_so_far(course, told), notes=(*told.notes, note), deducted=taken)


def price(course: Course) -> float:
    """Return the points that a hint costs: nothing where many students' files are graded."""
    return course.hint_cost if course.released else 0.0


def shown_so_far(course: Course, report: Report) -> Report:
    """Return a report with those hints only that were shown before."""
    used = uses(course, report.exercise)
    told = tuple(replace(found, hints=found.hints[: used.get(found.id, 0)]) for found in report.diagnoses)
    return replace(report, diagnoses=told)


def uses(course: Course, exercise: str) -> Mapping[str, int]:
    """Return how many hints of each mistake were shown, by its id; a damaged note counts as none."""
    used = note_of(course, exercise).get("used")
    if not isinstance(used, dict):
        return {}
    return {id: count for id, count in used.items() if isinstance(count, int) and 0 < count <= STEPS_AT_MOST}


def remember(course: Course, exercise: str, found: Sequence[Mistake], used: Mapping[str, int]) -> None:
    """Note an exercise's last mistakes, and how many hints of each were shown."""
    last = [
        {"id": one.id, "title": str(one.title), "message": str(one.message), "steps": [*map(str, one.steps)]}
        for one in found
    ]
    course.notes.note("hints", {**course.notes.noted("hints"), exercise: {"last": last, "used": dict(used)}})


def note_of(course: Course, exercise: str) -> Mapping[str, Any]:
    """Return an exercise's note, empty where there is none."""
    found = course.notes.noted("hints").get(exercise)
    return found if isinstance(found, dict) else {}


def last(course: Course, exercise: str) -> tuple[Mistake, ...]:
    """Return the mistakes of the last grading.

    Raises:
        UsageError: nothing was graded yet.
    """
    used = uses(course, exercise)
    try:
        return tuple(
            Mistake(
                str(one["id"]),
                str(one["title"]),
                str(one["message"]),
                tuple(map(str, one["steps"])),
                used.get(one["id"], 0),
            )
            for one in note_of(course, exercise)["last"]
        )
    except (LookupError, TypeError):
        path = os.path.relpath(course.stub(exercise))
        raise UsageError(sentence("refused.not_graded", exercise=exercise, path=path)) from None


def following(course: Course, exercise: str) -> Mistake | None:
    """Show one more hint of the last grading, and note that; None where nothing is wrong.

    The first mistake that has further hints is meant; where none has, the last one is told as it stands.

    Raises:
        UsageError: there is no such exercise, or nothing was graded yet.
    """
    course.demand(exercise)
    found = last(course, exercise)
    if not found:
        return None
    one = next((one for one in found if one.shown < len(one.steps)), found[-1])
    more = replace(one, shown=min(one.shown + 1, len(one.steps)))
    if more != one:
        remember(course, exercise, found, {**uses(course, exercise), more.id: more.shown})
    return more


# ---- in words ----------------------------------------------------------------------------------------


def lines(course: Course, exercise: str, mistake: Mistake | None) -> Iterator[str]:
    """Yield what a student reads of a mistake: its sentence, then the hints so far."""
    if mistake is None:
        yield sentence("hint.none", exercise=exercise)
        return
    yield str(mistake.title)
    yield str(mistake.message)
    total = len(mistake.steps)
    for number, step in enumerate(mistake.steps[: mistake.shown], 1):
        yield sentence("hint.step", number=number, total=total, hint=step)
    cost = price(course)
    if cost:
        yield sentence("hint.cost", points=f"{cost:g}")


def onward(exercise: str, mistake: Mistake | None) -> str:
    """Return how to go on from the hints so far; empty where nothing is wrong."""
    if mistake is None:
        return ""
    return sentence("hint.more" if mistake.shown < len(mistake.steps) else "hint.last", exercise=exercise)
