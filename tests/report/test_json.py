"""A report as JSON keeps to its schema, and its schema to its documentation."""

from __future__ import annotations

import json as parser
import math
import re
from collections.abc import Iterator
from typing import Any

import pytest
import reports
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from schemas import demand, demand_schema

from grader.grading.verdict import STATUSES
from grader.report import json

SCHEMA = parser.loads((ROOT / "grader/report/schema.json").read_text(encoding="utf-8"))
DOCUMENT = (ROOT / "docs/report-json.md").read_text(encoding="utf-8")


def strict(text: str) -> Any:
    """Parse JSON without Python's own words for what is no number."""

    def refuse(word: str) -> None:
        raise ValueError(word)

    return parser.loads(text, parse_constant=refuse)


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_schema(sample: reports.Sample) -> None:
    """Every report is strict JSON that keeps to the schema."""
    demand(strict(json.render(sample())), SCHEMA)


def test_the_schema_is_one() -> None:
    """The schema itself is well formed."""
    demand_schema(SCHEMA)


def test_statuses() -> None:
    """The schema knows every status there is, and the documentation explains each."""
    statuses = SCHEMA["$defs"]["check"]["properties"]["status"]["enum"]
    assert tuple(statuses) == STATUSES
    assert all(f"| `{status}` |" in DOCUMENT for status in statuses)


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a schema that lists its fields."""
    if isinstance(schema, dict):
        if "required" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)


def test_every_field_is_required_and_documented() -> None:
    """No field is optional, and each has a row in the documentation."""
    for part in objects(SCHEMA):
        assert part["required"] == list(part["properties"])
        for name, field in part["properties"].items():
            assert field["description"]
            assert re.search(rf"^\| `(submission\.)?{name}` \|", DOCUMENT, re.MULTILINE), name


def test_the_documented_example() -> None:
    """The example of the documentation keeps to the schema."""
    [example] = re.findall(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)
    demand(strict(example), SCHEMA)


def test_fields_in_order() -> None:
    """Fields come in the documented order."""
    data = strict(json.render(reports.summed()))
    assert list(data) == SCHEMA["required"]
    assert list(data["checks"][0]) == SCHEMA["$defs"]["check"]["required"]


def test_points() -> None:
    """Whole points are integers, and others carry no dust."""
    text = json.render(reports.mixed())
    assert '"points": 0,' in text
    assert '"score": 0.333333,' in text


def test_hidden_numbers_stay_out() -> None:
    """Got and expected of a hidden check are null even in an instructor's report."""
    hidden = reports.verdict("h", "failed", public=False, where="w", got=1.0, expected=2.0, error=1.0)
    check = json.check(hidden)
    assert check["got"] is None
    assert check["expected"] is None


@pytest.mark.parametrize(
    ("value", "shown"), [(math.nan, "nan"), (math.inf, "inf"), (-math.inf, "-inf"), (0.1, 0.1), (None, None)]
)
def test_no_number(value: float | None, shown: object) -> None:
    """What JSON cannot hold as a number is a string."""
    assert json.number(value) == shown


@settings(deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    """Any text comes back as it was, and travels in plain ASCII."""
    shown = json.render(reports.hostile(text or "x"))
    assert shown.isascii()
    assert shown.replace("\n", "").isprintable()
    assert strict(shown)["checks"][1]["message"] == (text or "x")


def test_half_a_character() -> None:
    """A lone surrogate, which no encoding can write, does not stop the report."""
    assert strict(json.render(reports.hostile("\ud800")))["checks"][1]["message"] == "\ud800"


CELLS = "# %% cell 2, line 1\nx = 1\ny = 2\n# %% cell 5, line 3\nraise ValueError(\n    x)\n"


@pytest.mark.parametrize(
    ("source", "line", "end_line", "stop"),
    [
        ("a\nb\nc\n", 2, 3, (None, 2, 3)),
        ("a\nb\nc\n", 2, 0, (None, 2, 2)),
        ("a\nb", 2, 2**31, (None, 2, 2)),
        ("a\nb", 9, 9, (None, None, None)),
        ("a\nb", 0, 0, (None, None, None)),
        (CELLS, 5, 6, ("cell 5", 3, 4)),
        (CELLS, 3, 6, ("cell 2", 2, 2)),
    ],
)
def test_lines(source: str, line: int, end_line: int, stop: tuple[object, ...]) -> None:
    """A check that stopped names its lines, in a notebook those of the cell, and none that is not there."""
    check = json.check(reports.verdict("c", "raised", line=line, end_line=end_line), source)
    assert (check["cell"], check["line"], check["end_line"]) == stop


@pytest.mark.parametrize("words", [{"status": "passed"}, {"status": "raised", "public": False}])
def test_no_lines(words: dict[str, Any]) -> None:
    """A check that passed names no line, and neither does a hidden one."""
    check = json.check(reports.verdict("c", **words, line=1, end_line=1), "raise ValueError")
    assert (check["cell"], check["line"], check["end_line"]) == (None, None, None)


def test_a_report_of_the_first_version() -> None:
    """The second version only adds: what a reader of the first looks for is still there."""
    added = {"cell", "line", "end_line"}
    for check in strict(json.render(reports.summed()))["checks"]:
        assert list(check)[-3:] == ["cell", "line", "end_line"]
        assert not added & set(list(check)[:-3])
