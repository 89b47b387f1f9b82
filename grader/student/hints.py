"""Hints in steps: where to look, which rule, which line of the derivation; and what they have cost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from grader.course.course import Course
from grader.errors import UsageError
from grader.grading.verdict import Report, Verdict
from grader.words.catalogue import sentence

STEPS_AT_MOST = 3

WRITTEN_NOTHING = frozenset({"missing", "unfinished", "unreadable"})
"""Where no call was made there is nothing to compare with."""

PASSAGE = re.compile(r"^\*\*[^*\n]*worked out\.\*\*(.*?)(?=\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)
"""The passage of a story that works one number out by hand."""


@dataclass(frozen=True)
class Mistake:
    """Something that a last grading found, with its steps of hints and how many of them were shown."""

    id: str
    title: str
    message: str
    steps: tuple[str, ...]
    shown: int = 0


# ---- the steps -------------------------------------------------------------------------------------


def with_steps(report: Report, story: str) -> Report:
    """Return a report whose diagnoses all have hints: the page's own, else where to look; then the story."""
    told = tuple(
        replace(found, hints=steps(found.hints or look(report, found.checks), story))
        for found in report.diagnoses
    )
    return replace(report, diagnoses=told)


def steps(first: Sequence[str], story: str) -> tuple[str, ...]:
    """Return hints with the story's worked number behind them, as far as there is room."""
    found = PASSAGE.search(story)
    passage = (sentence("hint.story", passage=" ".join(found[1].split())),) if found else ()
    return (*first, *passage)[:STEPS_AT_MOST]


def look(report: Report, checks: Sequence[str]) -> tuple[str, ...]:
    """Return where to look: the first of these checks that fails and may be seen."""
    seen = (verdict for verdict in report.verdicts if verdict.id in checks and is_telling(verdict))
    return tuple(sentence("hint.look", title=one.title, call=one.call) for one in seen)[:1]


def is_telling(verdict: Verdict) -> bool:
    """Tell whether a check failed with a call that a student may see and repeat."""
    failed = not verdict.passed and verdict.status not in WRITTEN_NOTHING
    return verdict.public and failed and bool(verdict.call)


def mistakes(report: Report, story: str) -> Iterator[Mistake]:
    """Yield what a report found; where nothing was recognised, the first check that fails in the open."""
    for found in with_steps(report, story).diagnoses:
        yield Mistake(found.id, found.title, found.message, found.hints)
    failing = [verdict for verdict in report.verdicts if not verdict.passed]
    if failing and not report.diagnoses:
        first = next((verdict for verdict in failing if verdict.public), failing[0])
        own = look(report, [first.id]) or (sentence("hint.write", exercise=report.exercise),)
        yield Mistake(f"check.{first.id}", first.title, first.message, steps(own, story))


# ---- what was shown, and what it costs ---------------------------------------------------------------


def settle(course: Course, report: Report, story: str, asked: int = 0) -> Report:
    """Remember a report's mistakes and the hints shown with it; return it with hints, less their cost.

    ``report`` is what the student may see. Where hints cost something, it keeps only those shown.
    """
    told = with_steps(report, story)
    used = dict(uses(course, report.exercise))
    for found in told.diagnoses if asked else ():
        used[found.id] = max(used.get(found.id, 0), min(asked, len(found.hints)))
    remember(course, report.exercise, tuple(mistakes(report, story)), used)
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
        {"id": one.id, "title": one.title, "message": one.message, "steps": list(one.steps)} for one in found
    ]
    course.note("hints", {**course.noted("hints"), exercise: {"last": last, "used": dict(used)}})


def note_of(course: Course, exercise: str) -> Mapping[str, Any]:
    """Return an exercise's note, empty where there is none."""
    found = course.noted("hints").get(exercise)
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
        path = course.stub(exercise)
        raise UsageError(f"{exercise} was not graded yet; begin with `grade submit {path}`") from None


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
    yield mistake.title
    yield mistake.message
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
