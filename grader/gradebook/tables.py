"""Lay the gradebook out as a table or as JSON; no cell becomes a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import string
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from grader.gradebook.reading import Standing
from grader.gradebook.records import NOT_GRADED
from grader.words.plain import harmless, whole

COLUMNS = (
    *("student", "name", "email", "exercise", "score", "max_score", "state", "late", "handed_in"),
    *("mistakes", "why", "path", "sha256"),
)


FORMULAS = ("=", "+", "-", "@", "|", "%", "\N{MINUS SIGN}")
"""With what a cell begins that a spreadsheet reckons with."""

BLANK = string.whitespace + "\u00a0\u200b\ufeff\u3000"
"""What a spreadsheet may pass over before it."""


def cell(value: object) -> object:
    """Return a cell that a spreadsheet shows as it is: a quote stands before what it would reckon with."""
    if not isinstance(value, str):
        return value
    text = harmless(value, lines=False)
    # NFKC makes an ordinary sign of a full-width one, as some spreadsheets do.
    first = unicodedata.normalize("NFKC", value.lstrip(BLANK)[:1])[:1]
    return f"'{text}" if first in FORMULAS or text != value else text


def row(one: Standing) -> dict[str, Any]:
    """Return one student's result in one exercise. What is not graded has no score, which is not zero."""
    graded = one.grade.state != NOT_GRADED
    return {
        "student": one.attempt.student,
        "name": one.attempt.name,
        "email": one.attempt.email,
        "exercise": one.attempt.exercise,
        "score": whole(one.grade.score) if graded else None,
        "max_score": whole(one.grade.max_score) if graded else None,
        "state": one.grade.state,
        "late": one.attempt.late,
        "handed_in": one.attempt.handed_in,
        "mistakes": list(dict.fromkeys(found.title for found in one.grade.diagnoses)),
        "why": one.grade.why,
        "path": one.attempt.path,
        "sha256": one.attempt.sha256,
    }


def as_csv(standings: Iterable[Standing]) -> str:
    """Return one row a student and exercise."""
    return table(COLUMNS, (flattened(row(one)) for one in standings))


def flattened(data: Mapping[str, Any]) -> dict[str, object]:
    """Return a row whose every cell is one number or one text."""
    late = {True: "late", False: "", None: ""}[data["late"]]
    return {**data, "late": late, "mistakes": "; ".join(data["mistakes"])}


def as_matrix(standings: Iterable[Standing]) -> str:
    """Return one row a student, one column an exercise, and the sum; a gap stays empty."""
    people: dict[str, dict[str, object]] = {}
    exercises: set[str] = set()
    for one in standings:
        data = row(one)
        exercises.add(data["exercise"])
        person = people.setdefault(
            data["student"], {"student": data["student"], "name": data["name"], "total": 0}
        )
        person[f"score {data['exercise']}"] = data["score"]
        person["total"] = whole(float(str(person["total"])) + (data["score"] or 0))
    columns = ("student", "name", *(f"score {id}" for id in sorted(exercises)), "total")
    return table(columns, people.values())


def table(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as comma-separated values."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in one.items()} for one in rows)
    return text.getvalue()


def as_json(standings: Iterable[Standing]) -> str:
    """Return everything that counts as JSON, the checks included."""
    found = [
        {
            **row(one),
            "checks": [
                {
                    "id": mark.id,
                    "title": mark.title,
                    "status": mark.status,
                    "points": whole(mark.points),
                    "max_points": whole(mark.max_points),
                }
                for mark in one.grade.marks
            ],
        }
        for one in standings
    ]
    return json.dumps(found, indent=1, allow_nan=False) + "\n"


def as_json_lines(standings: Iterable[Standing]) -> str:
    """Return one JSON object a line, without the checks."""
    return "".join(json.dumps(row(one), allow_nan=False) + "\n" for one in standings)


FORMATS: Mapping[str, Callable[[Iterable[Standing]], str]] = MappingProxyType(
    {"csv": as_csv, "matrix": as_matrix, "json": as_json, "json-lines": as_json_lines}
)
