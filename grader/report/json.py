"""Lay a report out as JSON for machines; ``schema.json`` beside this file says what it holds."""

from __future__ import annotations

import math
from typing import Any

from grader.grading.verdict import Diagnosis, Report, Verdict
from grader.words import location
from grader.words.plain import in_words, whole
from grader.words.strict_json import strict_json

SCHEMA = 2
"""Raised where a reader written for an older report could break; the documentation lists what changed."""


def render(report: Report) -> str:
    """Return the report as strict JSON in plain ASCII, which any terminal and any parser can take."""
    return strict_json(as_data(in_words(report)), 2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as dictionaries and lists, ready for JSON."""
    return {
        "schema": SCHEMA,
        "exercise": report.exercise,
        "submission": {"path": report.path, "sha256": report.sha256},
        "score": whole(report.score),
        "max_score": whole(report.max_score),
        "passed": report.passed,
        "public_only": report.public_only,
        "deducted": whole(report.deducted),
        "checks": [check(verdict, report.source) for verdict in report.verdicts],
        "diagnosis": [diagnosis(found) for found in report.diagnoses],
        "right": list(report.right),
        "tier": report.tier,
        "protections": list(report.protections),
        "environment": dict(report.environment),
        "seconds": round(float(report.seconds), 3),
    }


def check(verdict: Verdict, source: str = "") -> dict[str, Any]:
    """Return one verdict; the numbers and lines of a hidden check stay out whoever asks."""
    return {
        "id": verdict.id,
        "title": verdict.title,
        "public": verdict.public,
        "points": whole(verdict.points),
        "max_points": whole(verdict.max_points),
        "status": verdict.status,
        "message": verdict.message,
        "where": verdict.where,
        "got": number(verdict.got) if verdict.public else None,
        "expected": number(verdict.expected) if verdict.public else None,
        "error": number(verdict.error),
        "tolerance": number(verdict.tolerance),
        **stop(verdict, source),
    }


def stop(verdict: Verdict, source: str) -> dict[str, Any]:
    """Return where the program stopped, null where it did not, or where nobody can say.

    What a program claims of its own lines is believed only as far as the file has such lines.
    """
    last = source.count("\n") + 1
    if not verdict.public or verdict.passed or not 0 < verdict.line <= last:
        return {"cell": None, "line": None, "end_line": None}
    cell, line = location.origin(source, verdict.line)
    end_cell, end_line = location.origin(source, min(verdict.end_line, last))
    in_order = end_cell == cell and end_line > line
    return {"cell": cell or None, "line": line, "end_line": end_line if in_order else line}


def diagnosis(found: Diagnosis) -> dict[str, Any]:
    """Return one recognised mistake; hints are for asking, not for files."""
    return {"id": found.id, "title": found.title, "message": found.message, "checks": list(found.checks)}


def number(value: float | None) -> float | str | None:
    """Return a number as JSON can hold it: "nan", "inf" and "-inf" are strings."""
    if value is None or math.isfinite(value):
        return None if value is None else float(value)
    return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
