"""Lay reports out as compilers do, ``file:line: message``, a line each: editors mark what they read so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.platforms.github import path_of
from grader.report.platforms.rows import first_place, place, shown, unexplained
from grader.words import location
from grader.words.plain import no_commands

LINE_BREAK = "\n"


def render(reports: Sequence[Report]) -> str:
    """Return a line for each mistake by name, then for what nothing explains."""
    return no_commands("".join(f"{line}\n" for report in reports for line in problems(shown(report))))


def problems(report: Report) -> Iterator[str]:
    """Yield the lines of one report, and its points, which no editor takes for a problem."""
    for found in report.diagnoses:
        yield problem(report, first_place(report, found)[0], outline.told(found))
    for row in unexplained(report):
        yield problem(report, row.line, f"{row.name}: {row.message}" if row.message else row.name)
    yield f"{report.exercise}: {outline.score(report)}"


def problem(report: Report, line: int, message: str) -> str:
    """Return one line, the first of several; in a notebook the cell stands in words."""
    cell, own = place(report, line) if line else ("", 1)
    words = f"{location.phrase(report.source, line, first=True)}: {message}" if cell else message
    return f"{path_of(report)}:{1 if cell else own}: {words.strip().partition(LINE_BREAK)[0]}"
