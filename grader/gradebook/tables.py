"""Lay the gradebook out as a table or as JSON; no cell becomes a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from grader.gradebook.final import FinalMark
from grader.words.plain import harmless, no_commands, whole
from grader.words.strict_json import strict_json

COLUMNS = (
    *("student", "name", "email", "exercise", "score", "max_score", "state", "late", "handed_in"),
    *("mistakes", "why", "path", "sha256", "section", "raw_score", "days_late", "comments"),
)


FORMULAS = ("=", "+", "-", "@", "|", "%", "\N{MINUS SIGN}")
"""With what a cell begins that a spreadsheet reckons with."""

_BEHIND = re.compile(r";\s*(?=[=@|%])|;(?=[+-])")
"""Where a formula may begin in the middle of a text; a sign behind a blank is an ordinary remark."""

BLANK = string.whitespace + "\u00a0\u200b\ufeff\u3000"
"""What a spreadsheet may pass over before it."""


def cell(value: object) -> object:
    """Return a cell that a spreadsheet shows as it is: a quote stands before what it would reckon with."""
    if not isinstance(value, str):
        return value
    text = no_commands(harmless(value, lines=False))
    # NFKC makes an ordinary sign of a full-width one, as some spreadsheets do.
    first = unicodedata.normalize("NFKC", value.lstrip(BLANK)[:1])[:1]
    quoted = f"'{text}" if first in FORMULAS or text != value else text
    # Where lists are parted by semicolons, a cell begins behind each, whatever stands around it.
    return _BEHIND.sub(lambda found: f"{found[0]}'", quoted)


def row(one: FinalMark) -> dict[str, Any]:
    """Return one person's mark in one exercise. What is not graded has no score, which is not zero."""
    standing = one.standing
    attempt = standing.attempt if standing else None
    return {
        "student": one.person.student,
        "name": one.person.name,
        "email": one.person.email,
        "exercise": one.exercise,
        "score": shown(one.score),
        "max_score": shown(one.max_score) if one.score is not None else None,
        "state": one.state,
        "late": attempt.late if attempt else None,
        "handed_in": attempt.handed_in if attempt else "",
        "mistakes": list(dict.fromkeys(found.title for found in standing.grade.diagnoses))
        if standing
        else [],
        "why": standing.grade.why if standing else "",
        "path": attempt.path if attempt else "",
        "sha256": attempt.sha256 if attempt else "",
        "section": one.person.section,
        "raw_score": shown(one.raw),
        "days_late": one.days_late,
        "comments": one.comments,
    }


def shown(points: float | None) -> float | int | None:
    """Return points as a table shows them: whole where they are, without the dust of sums."""
    return None if points is None else whole(round(points, 6))


def as_csv(marks: Iterable[FinalMark]) -> str:
    """Return one row a person and exercise."""
    return table(COLUMNS, (flattened(row(one)) for one in marks))


def flattened(data: Mapping[str, Any]) -> dict[str, object]:
    """Return a row whose every cell is one number or one text."""
    late = {True: "late", False: "", None: ""}[data["late"]]
    joined = {key: "; ".join(data[key]) for key in ("mistakes", "comments")}
    return {**data, "late": late, **joined}


def as_matrix(marks: Iterable[FinalMark]) -> str:
    """Return one row a person, one column an exercise, and the sum; a gap stays empty, and a sum of none."""
    people: dict[str, dict[str, object]] = {}
    exercises: set[str] = set()
    for one in marks:
        data = row(one)
        exercises.add(data["exercise"])
        person = people.setdefault(data["student"], {"student": data["student"], "name": data["name"]})
        person[f"score {data['exercise']}"] = data["score"]
        if one.score is not None:
            person["total"] = shown(float(str(person.get("total", 0))) + one.weight * data["score"])
    columns = ("student", "name", *(f"score {id}" for id in sorted(exercises)), "total")
    return table(columns, people.values())


def table(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as comma-separated values."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in one.items()} for one in rows)
    return text.getvalue()


def as_json(marks: Iterable[FinalMark]) -> str:
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
                for mark in (one.standing.grade.marks if one.standing else ())
            ],
        }
        for one in marks
    ]
    return strict_json(found, 1) + "\n"


def as_json_lines(marks: Iterable[FinalMark]) -> str:
    """Return one JSON object a line, without the checks."""
    return "".join(f"{strict_json(row(one))}\n" for one in marks)


FORMATS: Mapping[str, Callable[[Iterable[FinalMark]], str]] = MappingProxyType(
    {"csv": as_csv, "matrix": as_matrix, "json": as_json, "json-lines": as_json_lines}
)
