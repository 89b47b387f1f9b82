"""Lay reports out as GitHub's annotations: a mistake or a failing check at its file and line."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.platforms.rows import STOPPED, first_place, place, rows, shown, unexplained
from grader.words import location
from grader.words.plain import whole

DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}
"""How GitHub wants signs written that would end a command or a part of it."""


def render(reports: Sequence[Report]) -> str:
    """Return the annotations, a line each: first the mistakes by name, then what nothing explains."""
    return "".join(f"{line}\n" for report in reports for line in annotated(shown(report)))


def annotated(report: Report) -> Iterator[str]:
    """Yield the annotations of one report, and a notice of its points."""
    for found in report.diagnoses:
        yield error(report, str(found.title), str(found.message), first_place(report, found))
    for row in unexplained(report):
        words = "\n".join((row.message, *(f"{label}: {value}" for label, value in row.details)))
        yield error(report, row.name, words.strip(), (row.line, row.end_line))
    yield f"::notice title={written(report.exercise, PROPERTY)}::{written(outline.score(report), DATA)}"


def error(report: Report, title: str, message: str, span: tuple[int, int]) -> str:
    """Return one annotation; a notebook's cell stands in words, as its lines are not the file's."""
    parts = {"file": path_of(report)}
    if span[0]:
        cell, line = place(report, span[0])
        if cell:
            message = f"{location.phrase(report.source, span[0], first=True)}: {message}"
        else:
            parts |= {"line": str(line), "endLine": str(max(line, span[1]))}
    parts["title"] = f"{report.exercise}: {title}"
    words = ",".join(f"{name}={written(value, PROPERTY)}" for name, value in parts.items())
    return f"::error {words}::{written(message or title, DATA)}"


def path_of(report: Report) -> str:
    """Return a file's path from the working directory, as GitHub finds it in the repository."""
    path = Path(report.path)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return Path(os.path.normpath(path)).as_posix()


def written(text: str, signs: dict[str, str]) -> str:
    """Return a text as it stands in a command."""
    return "".join(signs.get(char, char) for char in text)


def result(reports: Sequence[Report]) -> str:
    """Return what GitHub Classroom's reporter reads from a step: base64 of JSON, on one line."""
    laid_out = [shown(report) for report in reports]
    tests = [test for report in laid_out for test in as_tests(report)]
    passed = all(report.passed for report in reports)
    data = {
        "version": 1,
        "status": "pass" if passed else "error" if any(report.is_open for report in reports) else "fail",
        "max_score": whole(sum(report.max_score for report in reports)),
        "tests": tests,
    }
    return base64.b64encode(json.dumps(data, allow_nan=False).encode()).decode()


def as_tests(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the tests of one report as the reporter shows them."""
    for row in rows(report):
        status = "pass" if row.passed else "error" if row.status in STOPPED else "fail"
        yield {
            "name": f"{report.exercise}: {row.name}",
            "status": status,
            "score": whole(row.points),
            "message": row.message,
            "test_code": row.call,
            "filename": path_of(report),
            "line_no": row.line,
        }
