"""Lay reports out as Gradescope's ``results.json``: a test a public check, one for all hidden ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.platforms import markdown
from grader.report.platforms.rows import rows, shown
from grader.words.plain import whole
from grader.words.strict_json import strict_json


def render(reports: Sequence[Report]) -> str:
    """Return the text of ``results.json``. Every test is visible, so that students see their total."""
    laid_out = [shown(report) for report in reports]
    data = {
        "score": whole(sum(report.score for report in reports)),
        "output": "\n".join(text for report in laid_out for text in head(report)),
        "output_format": "md",
        "test_output_format": "md",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [
            test
            for place, report in enumerate(laid_out, start=1)
            for test in tests(report, place, several=len(reports) > 1)
        ],
    }
    return strict_json(data, 1) + "\n"


def head(report: Report) -> Iterator[str]:
    """Yield what stands above the tests: the score, the mistakes by name, the notes."""
    title = markdown.escaped(f"{report.exercise}: {outline.score(report)}")
    yield f"### {title}\n"
    if report.is_open:
        yield f"{markdown.escaped(outline.count(report))}\n"
    yield from markdown.diagnosis(report)
    yield from markdown.listed("report.notes", report.notes)


def tests(report: Report, place: int, several: bool) -> Iterator[dict[str, Any]]:
    """Yield the tests of one report; where there are several, each test's name begins with the exercise."""
    for number, row in enumerate(rows(report), start=1):
        yield {
            "name": f"{report.exercise}: {row.name}" if several else row.name,
            "number": f"{place}.{number}" if several else str(number),
            "score": whole(row.points),
            "max_score": whole(row.max_points),
            "status": "passed" if row.passed else "failed",
            "output": markdown.body(row),
            "visibility": "visible",
        }
