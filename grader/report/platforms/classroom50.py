"""Lay reports out as Classroom 50's ``result.json``, whose points are whole numbers."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from grader.grading.verdict import Report
from grader.report.platforms.rows import Row, rows, shown
from grader.words.strict_json import strict_json

SCHEMA = "classroom50/result/v1"

MOST = 100
"""Points of an exercise: there are no fractions, so that each is brought to a hundred and rounded once."""

PLACES = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "assignment_type": "ASSIGNMENT_TYPE",
    "owner": "OWNER",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}
"""What the platform says of a submission, by the variable that holds it."""


def render(reports: Sequence[Report]) -> str:
    """Return the text of ``result.json`` for the submission that the environment names."""
    return as_text(reports, os.environ, datetime.now(UTC))


def as_text(reports: Sequence[Report], environment: Mapping[str, str], now: datetime) -> str:
    """Return the text of ``result.json``. The score is the sum of its tests' scores."""
    tests = [test for report in reports for test in tests_of(shown(report))]
    data: dict[str, Any] = {"schema": SCHEMA}
    data |= {name: environment.get(variable, "") for name, variable in PLACES.items()}
    data["owner"] = data["owner"] or environment.get("USERNAME", "")
    data["datetime"] = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    data["score"] = sum(test["score"] for test in tests)
    data["max-score"] = sum(test["max-score"] for test in tests)
    data["tests"] = tests
    return strict_json(data, 1) + "\n"


def tests_of(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the tests of one report, their points scaled so that those there are make a hundred."""
    all_rows = rows(report)
    most = sum(row.max_points for row in all_rows) or 1.0
    worth = shares([row.max_points / most * MOST for row in all_rows])
    for row, out_of in zip(all_rows, worth, strict=True):
        yield {
            "test-name": f"{report.exercise}: {row.name}",
            "passed": row.passed,
            "score": earned(row, out_of),
            "max-score": out_of,
            "message": row.message,
        }


def shares(exact: Sequence[float]) -> list[int]:
    """Return whole numbers near the exact ones, with the same sum: the largest remainders are rounded up."""
    made = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda place: made[place] - exact[place])
    for place in order[: round(sum(exact)) - sum(made)]:
        made[place] += 1
    return made


def earned(row: Row, out_of: int) -> int:
    """Return the whole points of a row; only what passed has all of them."""
    share = round(row.points / row.max_points * out_of) if row.max_points else 0
    return max(0, min(share, out_of))
