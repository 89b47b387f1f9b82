"""Lay reports out as PrairieLearn's ``results.json``: a share of the points, and a test a check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.platforms.rows import rows, shown
from grader.words.plain import whole
from grader.words.strict_json import strict_json


def render(reports: Sequence[Report]) -> str:
    """Return the text of ``results.json``; what is no Python, or could not be judged, costs no attempt."""
    laid_out = [shown(report) for report in reports]
    most = sum(report.max_score for report in reports)
    unreadable = [
        outline.spoken(report, report.verdicts[0])
        for report in laid_out
        if report.is_open or (report.verdicts and all(one.status == "unreadable" for one in report.verdicts))
    ]
    data: dict[str, Any] = {
        "gradable": not unreadable,
        "score": sum(report.score for report in reports) / most if most else 0.0,
        "output": "\n\n".join(text for report in laid_out for text in said(report)),
        "tests": [test for report in laid_out for test in tests(report, several=len(reports) > 1)],
    }
    if unreadable:
        data["format_errors"] = unreadable
    return strict_json(data, 1) + "\n"


def said(report: Report) -> Iterator[str]:
    """Yield the mistakes by name, and the notes."""
    yield from (f"{found.title}\n{found.message}" for found in report.diagnoses)
    yield from map(str, report.notes)


def tests(report: Report, several: bool) -> Iterator[dict[str, Any]]:
    """Yield the tests of one report."""
    for row in rows(report):
        yield {
            "name": f"{report.exercise}: {row.name}" if several else row.name,
            "points": whole(row.points),
            "max_points": whole(row.max_points),
            "message": row.message,
            "output": "\n".join(f"{label}: {value}" for label, value in row.details),
        }
