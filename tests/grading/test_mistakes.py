"""Single mistakes are caught and named; right programs of any style are neither failed nor accused."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from conftest import Grade
from mistakes import MISTAKES, RIGHT, UNNAMED, Mistake, Right

from grader.grading.verdict import Report

SHARE_NAMED = 0.7
"""The least share of single mistakes that must be named; more are, today."""


def name_of(row: Mistake | Right) -> str:
    """Return the name of a row's test."""
    return row.id


@pytest.fixture(scope="module")
def reports(graded: Grade, references: Mapping[str, str]) -> Mapping[str, Report]:
    """Return the report on the reference with each row's definition in place of its own."""
    return {
        row.id: graded(row.exercise, f"{references[row.exercise]}\n\n{row.text}")
        for row in (*MISTAKES, *RIGHT)
    }


def said(report: Report) -> str:
    """Return all that a report says of the mistakes it recognised."""
    return "\n".join(f"[{found.id}] {found.title}\n{found.message}" for found in report.diagnoses)


def named(row: Mistake, reports: Mapping[str, Report]) -> bool:
    """Tell whether a mistake's diagnosis says what is wrong."""
    return re.search(row.words, said(reports[row.id]), re.IGNORECASE) is not None


@pytest.mark.parametrize("row", MISTAKES, ids=name_of)
def test_caught(row: Mistake, reports: Mapping[str, Report]) -> None:
    """A single mistake fails a check and costs points."""
    assert not reports[row.id].passed
    assert reports[row.id].score < reports[row.id].max_score


@pytest.mark.parametrize("row", [row for row in MISTAKES if row.id not in UNNAMED], ids=name_of)
def test_named(row: Mistake, reports: Mapping[str, Report]) -> None:
    """A single mistake is named, in words that fit it."""
    assert named(row, reports), said(reports[row.id]) or "no diagnosis"


def test_share_named(reports: Mapping[str, Report]) -> None:
    """At least 70 % of the single mistakes are named."""
    share = sum(named(row, reports) for row in MISTAKES) / len(MISTAKES)
    assert share >= SHARE_NAMED


@pytest.mark.parametrize("id", sorted(UNNAMED))
def test_not_guessed(id: str, reports: Mapping[str, Report]) -> None:
    """A mistake that is not recognised is not given another one's name; what was seen to mend it may be."""
    (row,) = (row for row in MISTAKES if row.id == id)
    guessed = [found for found in reports[id].diagnoses if not found.id.startswith("repair.")]
    assert named(row, reports) or not guessed


def test_nothing_else_named(reports: Mapping[str, Report]) -> None:
    """A single mistake gets a single diagnosis."""
    assert [row.id for row in MISTAKES if len(reports[row.id].diagnoses) > 1] == []


@pytest.mark.parametrize("row", RIGHT, ids=name_of)
def test_right(row: Right, reports: Mapping[str, Report]) -> None:
    """A right program scores all points and is not diagnosed."""
    report = reports[row.id]
    assert [verdict for verdict in report.verdicts if not verdict.passed] == []
    assert report.score == report.max_score
    assert report.diagnoses == ()
