"""Say what a run came to, and everything that needs a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from grader.batch.results import SETTLED, Result, Tally
from grader.gradebook.paths import Grades
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE
from grader.intake.layouts.found import Listing
from grader.words.plain import as_line, many

TOLD_AT_MOST = 20
"""Lines of a kind that the summary prints; left-out.txt and the gradebook hold them all."""


def left_out(found: Listing) -> str:
    """Return the files that were not graded, a line each."""
    return "".join(f"{as_line(f'{one.name}: {one.why}')}\n" for one in found.left_out)


def summary(found: Listing, tally: Tally, grades: Grades, is_part: bool) -> Iterator[str]:
    """Yield what a run came to, and everything that needs a look."""
    counts = tally.counts
    words = [f"{counts[GRADED]} graded"]
    words += [f"{counts[state]} {state}" for state in (SETTLED, UNREADABLE, NOT_GRADED) if counts[state]]
    yield ", ".join(words) + f", {many(len(found.left_out), 'file')} left out"
    yield from faults(tally, grades)
    by_reason = Counter(one.why for one in found.left_out)
    ordered = sorted(found.left_out, key=lambda one: (by_reason[one.why], one.name))
    yield from told("Left out", [f"{one.name}: {one.why}" for one in ordered], str(grades.left_out))
    yield f"gradebook: {grades.gradebook}"
    if is_part:
        return
    yield f"table:     {grades.table}"
    yield f"feedback:  {grades.root / 'feedback'}"
    yield f"class:     {grades.page}"


def faults(tally: Tally, grades: Grades) -> Iterator[str]:
    """Yield what could not be read or graded, and why."""
    for state, title in (
        (UNREADABLE, "Unreadable (no points)"),
        (NOT_GRADED, "Not graded (no points lost; run again, or mark by hand)"),
    ):
        lines = [reason(one) for one in tally.told if one.state == state]
        yield from told(title, lines, str(grades.table))


def reason(one: Result) -> str:
    """Return a file's name and what stood in the way, which may begin with it."""
    name = one.handed.entry.path
    return one.grade.why if one.grade.why.startswith(name) else f"{name}: {one.grade.why}"


def told(title: str, lines: list[str], where: str) -> Iterator[str]:
    """Yield a heading with some lines under it, and where the rest stands."""
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines[:TOLD_AT_MOST])
    if len(lines) > TOLD_AT_MOST:
        yield f"  and {len(lines) - TOLD_AT_MOST} more, in {where}"
