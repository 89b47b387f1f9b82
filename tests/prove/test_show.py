"""A proof can be read at 80 columns, in a pipe, without colour, and as JSON."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from broken import SOUND
from conftest import ROOT
from schemas import demand

from grader.course.course import Course
from grader.pages import page
from grader.prove import data, gather, show
from grader.prove import session as proving
from grader.prove.evidence.proof import Fault, Proof
from grader.release import handout
from grader.report.screen import Screen
from grader.sandbox.client import Sandbox

PAGES = ROOT / "tests" / "small_pages"

NUMBER = {"type": "number"}
WORD = {"type": "string"}
FLAG = {"type": "boolean"}


def array(of: object) -> object:
    """Return the schema of an array."""
    return {"type": "array", "items": of}


def record(**fields: object) -> object:
    """Return the schema of an object with these fields and no others."""
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


SCHEMA = record(
    schema={"const": 1},
    pages=array(
        record(
            exercise=WORD,
            path=WORD,
            max_score=NUMBER,
            checks=array(record(id=WORD, title=WORD, points=NUMBER, public=FLAG)),
            rows=array(
                record(program=WORD, kind=WORD, passes=array(FLAG), score=NUMBER, diagnosis=array(WORD))
            ),
            margins=array(
                record(
                    check=WORD,
                    precision={"enum": ["double", "single"]},
                    scatter=NUMBER,
                    tolerance=NUMBER,
                    nearest={"type": ["number", "null"]},
                )
            ),
            public_only=record(named=array(WORD), of={"type": "integer"}),
            faults=array(record(rule=WORD, line={"type": "integer"}, message=WORD)),
            notes=array(WORD),
            seconds=NUMBER,
        )
    ),
)


@pytest.fixture(scope="module")
def proof(sandbox: Sandbox) -> Proof:
    """Return a proof with a fault and a note."""
    evidence = gather.gather(page.read(PAGES / "one_slope.py"), sandbox, 0, None)
    fault = Fault("caught", 129, "the misconception uphill passes every check; add a check · at w − 1")
    return Proof("one_slope", str(PAGES / "one_slope.py"), (fault,), ("fewer than half",), evidence, 1.25)


UNREADABLE = Proof("broken", "/elsewhere/broken.py", (Fault("page", 0, "no task: mark it"),))


# ---- the terminal -------------------------------------------------------------------------------


def test_the_matrix_has_a_row_for_each_program_and_a_numbered_column_for_each_check(proof: Proof) -> None:
    """Marks, points and what it takes to name a misconception stand in one row."""
    text = show.render(proof, Screen())
    rows = [line.split() for line in text.splitlines()]
    assert ["program", "1", "2", "3", "4", "5", "points", "named"] in rows
    assert ["uphill", "✓", "✓", "✗", "✓", "✗", "2", "public"] in rows
    assert ["reference", "✓", "✓", "✓", "✓", "✓", "6"] in rows
    assert ["4", "flat", "where", "the", "line", "fits", "1", "point", "hidden"] in rows


def test_below_the_matrix_stand_tolerances_and_what_public_checks_name(proof: Proof) -> None:
    """Scatter, tolerance and the nearest misconception are compared on one line."""
    text = show.render(proof, Screen())
    assert "2e-16 < 7e-09 < 2e-01" in text
    assert "<  none" in text
    assert "The public checks alone name 8 of 8 misconceptions." in text
    assert "note: fewer than half" in text
    assert "1 fault (1.2 s)" in text


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_screen(proof: Proof, width: int) -> None:
    """Long names and sentences are folded."""
    assert max(map(len, show.render(proof, Screen(width)).splitlines())) <= width


def test_a_screen_without_such_signs_gets_others(proof: Proof) -> None:
    """An ASCII log has + and x, and nothing that it cannot write."""
    text = show.render(proof, Screen(encoding="ascii"))
    assert text.isascii()
    assert ["uphill", "+", "+", "x", "+", "x", "2", "public"] in [line.split() for line in text.splitlines()]


def test_colour_is_used_where_there_is_some_and_only_there(proof: Proof) -> None:
    """A pipe gets no escape sequences."""
    assert "\x1b[" in show.render(proof, Screen(colour=True))
    assert "\x1b[" not in show.render(proof, Screen())


def test_a_name_that_looks_like_markup_is_shown_as_it_is(proof: Proof) -> None:
    """Sentences may hold square brackets, as uses=[loss] does."""
    changed = replace(proof, faults=(Fault("spill", 3, "declare uses=[loss] there"),))
    assert "uses=[loss]" in show.render(changed, Screen())


def test_a_page_that_cannot_be_read_has_its_fault_alone() -> None:
    """There is no matrix then."""
    text = show.render(UNREADABLE, Screen())
    assert "✗ page: /elsewhere/broken.py: no task: mark it" in text
    assert "misconceptions" not in text


def test_a_path_below_the_working_folder_is_short(proof: Proof, monkeypatch: pytest.MonkeyPatch) -> None:
    """An author reads solutions/x.py:12, not the whole path."""
    monkeypatch.chdir(PAGES.parent)
    assert "pages/one_slope.py:129: the misconception" in show.render(proof, Screen(200))


# ---- JSON ---------------------------------------------------------------------------------------


def test_the_document_follows_its_schema(proof: Proof) -> None:
    """Every field is there, for a page that cannot be read as well, and no infinity is."""
    document = data.document([proof, UNREADABLE])
    demand(json.loads(json.dumps(document, allow_nan=False)), SCHEMA)


def test_the_rows_are_the_matrix(proof: Proof) -> None:
    """A row says what passes, what it earns and as what it is recognised."""
    rows = {row["program"]: row for row in data.page(proof)["rows"]}
    assert rows["uphill"] == {
        "program": "uphill",
        "kind": "misconception",
        "passes": [True, True, False, True, False],
        "score": 2,
        "diagnosis": ["uphill"],
    }
    assert {row["kind"] for row in rows.values()} == {
        "reference",
        "alternative",
        "stub",
        "lazy program",
        "misconception",
    }


def test_margins_are_given_for_each_precision(proof: Proof) -> None:
    """A check that catches nothing has no nearest misconception."""
    margins = data.page(proof)["margins"]
    assert [margin["precision"] for margin in margins[:2]] == ["double", "single"]
    flat = [margin for margin in margins if margin["check"] == "flat-where-the-line-fits"]
    assert [margin["nearest"] for margin in flat] == [None, None]
    assert all(math.isfinite(margin["tolerance"]) for margin in margins)


# ---- the command --------------------------------------------------------------------------------


@pytest.fixture
def one_page(tmp_path: Path) -> Course:
    """Return a course of one sound page without a stub."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions" / "one_slope.py").write_text(SOUND, encoding="utf-8")
    return Course(tmp_path)


def test_the_exit_code_is_3_where_a_page_has_a_fault_and_0_where_none_has(
    one_page: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    """The missing stub is a fault; once it is written there is none."""
    assert proving.prove(one_page, proving.Asked()) == 3
    assert "its stub is not written yet" in capsys.readouterr().out
    handout.write_stubs(one_page, (), check=False)
    capsys.readouterr()
    assert proving.prove(one_page, proving.Asked(("one_slope",), as_json=True)) == 0
    demand(json.loads(capsys.readouterr().out), SCHEMA)


def test_the_command_works_in_a_pipe(one_page: Course) -> None:
    """`grade prove` prints the matrix where no terminal is, in any encoding."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "prove", "--course", str(one_page.root)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert b"uphill" in done.stdout
    assert done.stdout.isascii()
