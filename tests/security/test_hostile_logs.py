"""Whatever a student, a file or an error is called: no line of any output commands a log."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
import reports
from conftest import Run

from grader.course.course import Course
from grader.report.json import render as as_json
from grader.report.platforms.formats import FORMATS
from grader.words.strict_json import strict_json

SAID = (
    "x\n::error file=a.py::oops\n  ::add-mask::5\n##[warning]oops\n a ##[group]b\n###[debug]c\n:::error::d\n"
    "\u00a0::error::e"
)


def commands(text: str) -> list[str]:
    """Return the lines that GitHub takes for commands of ours."""
    return [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("name", sorted({*FORMATS, "json"} - {"github"}))
def test_every_format(name: str) -> None:
    """Printed to a log, a report in it is read as text. GitHub's own form holds nothing but its commands."""
    report = reports.hostile(SAID)
    text = as_json(report) if name == "json" else FORMATS[name]([report])
    assert "oops" in text
    assert commands(text) == []


@pytest.mark.parametrize("name", ["gradescope", "exercism", "classroom50", "prairielearn", "junit"])
def test_machines_read_the_same(name: str) -> None:
    """What is written in another way for the log's sake is the student's own words to whoever parses it."""
    text = FORMATS[name]([reports.hostile("##[warning]oops")])
    read = xml.tostring(xml.fromstring(text.partition("\n")[2])) if name == "junit" else json.loads(text)
    assert "##[warning]oops" in str(read).replace("\\", "")


@pytest.mark.parametrize("data", [SAID, {"a#[b": ["#[", "##[x", 1.5]}, ["\\#[", "#", "["]])
def test_strict_json_is_the_same_data(data: object) -> None:
    """Only its spelling differs."""
    assert json.loads(strict_json(data)) == data
    assert "##[" not in strict_json(data, 1)


@pytest.mark.parametrize("odd", [float("nan"), float("inf")])
def test_strict_json_has_no_number_that_is_none(odd: float) -> None:
    """No other parser would take it."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        strict_json([odd])


NAMES = ("::error::amy", "##[error]bob", "a ##[group]x", "###[error]cy", "=1+1", "\x1b[31mred", "\u202eevil")

TOLD: dict[str, Callable[[Path, Path], tuple[object, ...]]] = {
    "list": lambda handed, grades: ("batch", handed, "--grades", grades, "--list"),
    "batch": lambda handed, grades: ("batch", handed, "--grades", grades),
    "lines": lambda handed, grades: ("batch", handed, "--grades", grades, "--json-lines"),
    "results": lambda _, grades: ("results", "--grades", grades),
    "an exercise": lambda _, grades: ("results", "forward", "--grades", grades),
    "a student": lambda _, grades: ("results", "::error::amy", "--grades", grades),
    "mark": lambda _, grades: ("mark", "::error::amy", "forward", "+1", "--why", "x", "--grades", grades),
    "forget": lambda _, grades: ("forget", "::error::amy", "--grades", grades),
    "csv": lambda _, grades: ("export", "--grades", grades),
    "matrix": lambda _, grades: ("export", "--format", "matrix", "--grades", grades),
    "json": lambda _, grades: ("export", "--format", "json", "--grades", grades),
    "json lines": lambda _, grades: ("export", "--format", "json-lines", "--grades", grades),
}
"""What tells an instructor something of a class, in an order in which all of it can be run."""


def test_a_class(course: Course, tmp_path: Path, run: Run) -> None:
    """From the list of who handed in what to the table: names are text."""
    handed, grades = tmp_path / "class", tmp_path / "grades"
    handed.mkdir()
    for name in NAMES:
        (handed / f"{name}_forward.py").write_text(f"raise ValueError({SAID!r})\n")
    (handed / "::error::left_forward.txt").write_text("")
    run("batch", handed, "--grades", grades, "--quiet")
    for title, words in TOLD.items():
        done = run(*words(handed, grades))
        said = done.stdout + done.stderr
        assert "Traceback" not in said, title
        assert commands(said) == [], title
        assert not {*said} & {*"\x1b\u202e"}, title
    assert commands((grades / "left-out.txt").read_text()) == []
