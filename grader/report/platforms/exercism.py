"""Lay reports out as Exercism's ``results.json``, version 3 of the test runners' interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.platforms.rows import STOPPED, Row, rows, shown
from grader.words.catalogue import sentence
from grader.words.strict_json import strict_json

OUTPUT_AT_MOST, MESSAGE_AT_MOST = 500, 65_535
"""Characters that the interface allows."""


def render(reports: Sequence[Report]) -> str:
    """Return the text of ``results.json``: ``error`` and no tests where a file cannot be run or judged."""
    laid_out = [shown(report) for report in reports]
    unreadable = [
        outline.spoken(report, first)
        for report in laid_out
        if (first := outline.common(report)) is not None and first.status in ("unreadable", "not_judged")
    ]
    if unreadable:
        said = "\n\n".join(unreadable)
        return text({"version": 3, "status": "error", "message": said[:MESSAGE_AT_MOST], "tests": []})
    status = "pass" if all(report.passed for report in laid_out) else "fail"
    every = [test for report in laid_out for test in tests(report, several=len(laid_out) > 1)]
    return text({"version": 3, "status": status, "message": None, "tests": every})


def text(data: dict[str, Any]) -> str:
    """Return data as strict JSON."""
    return strict_json(data, 1) + "\n"


def tests(report: Report, several: bool) -> Iterator[dict[str, Any]]:
    """Yield the tests of one report, in the order of its checks; tasks are numbered as they come."""
    numbers: dict[str, int] = {}
    for row in rows(report):
        test: dict[str, Any] = {
            "name": f"{report.exercise}: {row.name}" if several else row.name,
            "status": "pass" if row.passed else "error" if row.status in STOPPED else "fail",
            "message": None if row.passed else message(report, row),
            "output": cut(row.printed) or None,
            "test_code": row.call,
        }
        if row.task:
            test["task_id"] = numbers.setdefault(row.task, len(numbers) + 1)
        yield test


def message(report: Report, row: Row) -> str:
    """Return what to say of a failing row: its own message and values, then the mistakes that explain it."""
    ids = {verdict.id for verdict in report.verdicts if verdict.title == row.name and verdict.public}
    named = [outline.told(found) for found in report.diagnoses if not ids.isdisjoint(found.checks)]
    values = [f"{label}: {value}" for label, value in row.details]
    return "\n".join(filter(None, [row.message, *values, *named]))[:MESSAGE_AT_MOST]


def cut(printed: str) -> str:
    """Return what a program printed, with a notice where that is longer than the interface allows."""
    if len(printed) <= OUTPUT_AT_MOST:
        return printed
    notice = sentence("platform.cut", characters=OUTPUT_AT_MOST)
    return f"{printed[: OUTPUT_AT_MOST - len(notice) - 1]}\n{notice}"
