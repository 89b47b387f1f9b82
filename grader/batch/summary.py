"""Say what a run came to, and everything that needs a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from grader.batch.results import SETTLED, Result, Tally
from grader.gradebook.paths import Grades
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE
from grader.intake.layouts.tree.found import Listing
from grader.words.catalogue import sentence
from grader.words.lists import with_commas
from grader.words.plain import as_line

TOLD_AT_MOST = 20
"""Lines of a kind that the summary prints; left-out.txt and the gradebook hold them all."""


def left_out(found: Listing) -> str:
    """Return the files that were not graded, a line each."""
    return "".join(f"{as_line(f'{one.name}: {one.why}')}\n" for one in found.left_out)


def summary(found: Listing, tally: Tally, grades: Grades, is_part: bool) -> Iterator[str]:
    """Yield what a run came to, and everything that needs a look."""
    counts = tally.counts
    states = (GRADED, *(state for state in (SETTLED, UNREADABLE, NOT_GRADED) if counts[state]))
    words = [sentence(f"batch.{state}", count=counts[state]) for state in states]
    yield str(with_commas([*words, sentence("batch.left_out", count=len(found.left_out))]))
    yield from faults(tally, grades)
    by_reason = Counter(one.why for one in found.left_out)
    ordered = sorted(found.left_out, key=lambda one: (by_reason[one.why], one.name))
    yield from told("left out", [f"{one.name}: {one.why}" for one in ordered], str(grades.left_out))
    yield sentence("batch.to.gradebook", path=grades.gradebook)
    if is_part:
        return
    yield sentence("batch.to.table", path=grades.table)
    yield sentence("batch.to.feedback", path=grades.root / "feedback")
    yield sentence("batch.to.class", path=grades.page)


def faults(tally: Tally, grades: Grades) -> Iterator[str]:
    """Yield what could not be read or graded, and why."""
    for state in (UNREADABLE, NOT_GRADED):
        lines = [reason(one) for one in tally.told if one.state == state]
        yield from told(state, lines, str(grades.table))


def reason(one: Result) -> str:
    """Return a file's name and what stood in the way, which may begin with it."""
    name = one.handed.entry.path
    return one.grade.why if one.grade.why.startswith(name) else f"{name}: {one.grade.why}"


def told(kind: str, lines: list[str], where: str) -> Iterator[str]:
    """Yield a heading with some lines under it, and where the rest stands."""
    if lines:
        yield sentence(f"batch.heading.{kind}")
        yield from (f"  {line}" for line in lines[:TOLD_AT_MOST])
    if len(lines) > TOLD_AT_MOST:
        yield sentence("batch.more", count=len(lines) - TOLD_AT_MOST, where=where)
