"""Single mistakes are caught and named; right programs of any style are neither failed nor accused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

import pytest
from conftest import Grade
from mistakes import MISTAKES, RIGHT, UNNAMED, Mistake, Right
from samples import at_most

from grader.grading.verdict import Report

SHARE_NAMED = 0.7
"""The least share of single mistakes that must be named; more are, today."""


def name_of(row: Mistake | Right) -> str:
    """Return the name of a row's test."""
    return row.id


ReportOf = Callable[[Mistake | Right], Report]


@pytest.fixture(scope="module")
def report_of(graded: Grade, references: Mapping[str, str]) -> ReportOf:
    """Return the report on the reference with a row's definition in place of its own, made once."""
    return cache(lambda row: graded(row.exercise, f"{references[row.exercise]}\n\n{row.text}"))


def said(report: Report) -> str:
    """Return all that a report says of the mistakes it recognised."""
    return "\n".join(f"[{found.id}] {found.title}\n{found.message}" for found in report.diagnoses)


def named(row: Mistake, report: Report) -> bool:
    """Tell whether a mistake's diagnosis says what is wrong."""
    return re.search(row.words, said(report), re.IGNORECASE) is not None


@pytest.mark.parametrize("row", MISTAKES, ids=name_of)
def test_caught(row: Mistake, report_of: ReportOf) -> None:
    """A single mistake fails a check and costs points, and gets a single diagnosis at most."""
    report = report_of(row)
    assert not report.passed
    assert report.score < report.max_score
    assert len(report.diagnoses) <= 1


@pytest.mark.parametrize("row", [row for row in MISTAKES if row.id not in UNNAMED], ids=name_of)
def test_named(row: Mistake, report_of: ReportOf) -> None:
    """A single mistake is named, in words that fit it."""
    assert named(row, report_of(row)), said(report_of(row)) or "no diagnosis"


def test_share_named() -> None:
    """At least 70 % of the single mistakes are named: all but those of a list."""
    assert len(UNNAMED) <= at_most(SHARE_NAMED, len(MISTAKES))


@pytest.mark.parametrize("row", [row for row in MISTAKES if row.id in UNNAMED], ids=name_of)
def test_not_guessed(row: Mistake, report_of: ReportOf) -> None:
    """A mistake that is not recognised is not given another one's name; what was seen to mend it may be."""
    guessed = [found for found in report_of(row).diagnoses if not found.id.startswith("repair.")]
    assert named(row, report_of(row)) or not guessed


@pytest.mark.parametrize("row", RIGHT, ids=name_of)
def test_right(row: Right, report_of: ReportOf) -> None:
    """A right program scores all points and is not diagnosed."""
    report = report_of(row)
    assert [verdict for verdict in report.verdicts if not verdict.passed] == []
    assert report.score == report.max_score
    assert report.diagnoses == ()
