"""Turn a report into what the gradebook keeps of it."""

from __future__ import annotations

import hashlib

from grader.gradebook.records import GRADED, Grade, Mark, Named, Unknown
from grader.grading.verdict import Report
from grader.inside.observation import Observation, Outcome
from grader.keys.key import AnswerKey, Row
from grader.numbers.compare import graded

DIGITS = 5
"""Significant digits in which wrong numbers must agree to be the same: fewer than single precision has."""


def grade_of(report: Report, key: AnswerKey, row: Row) -> Grade:
    """Return a report's marks, the mistakes that were named, and fingerprints of those that were not."""
    return Grade(
        GRADED,
        score=report.score,
        max_score=report.max_score,
        marks=tuple(
            Mark(one.id, one.title, one.task, one.status, one.points, one.max_points)
            for one in report.verdicts
        ),
        diagnoses=tuple(Named(one.id, str(one.title), one.checks) for one in report.diagnoses),
        unknown=unknowns(report, key, row),
    )


def unknowns(report: Report, key: AnswerKey, row: Row) -> tuple[Unknown, ...]:
    """Return a fingerprint of every task's wrong numbers that no diagnosis explains."""
    explained = {id for found in report.diagnoses for id in found.checks}
    seen = {check.id: got for check, got in zip(key.checks, row, strict=True)}
    found = []
    for task in key.tasks:
        checks = tuple(
            one.id
            for one in report.verdicts
            if one.task == task and one.status == "failed" and one.id not in explained
        )
        if checks:
            words = " ".join(f"{id} {fingerprint(seen[id])}" for id in checks)
            found.append(Unknown(task, hashlib.sha256(words.encode()).hexdigest()[:16], checks))
    return tuple(found)


def fingerprint(seen: Observation) -> str:
    """Return an observation's numbers as text, rounded so that equal formulas give equal texts."""
    if seen.outcome is not Outcome.RETURNED:
        return str(seen.outcome.value)
    return " ".join(
        f"{name}{seen.values[name].shape}"
        + ",".join(f"{complex(number):.{DIGITS - 1}e}" for number in seen.values[name].ravel())
        for name in graded(seen)
    )
