"""The table of the example submissions says what the grader says."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from conftest import BLOCKS, PATIENCE, ROOT, Grade

from grader.intake.submission import recognise
from grader.report import terminal
from grader.sandbox.client import Sandbox

FOLDER = ROOT / "examples"
FILES = sorted(path.name for path in FOLDER.glob("*.py") if path.name != "demo.py")
ROWS = dict(
    re.findall(r"^\| \[(\w+\.py)\]\(\1\) \|(.*)\|$", (FOLDER / "README.md").read_text(), re.MULTILINE)
)


def test_complete() -> None:
    """Every example stands in the table, and nothing else does."""
    assert sorted(ROWS) == FILES


@pytest.mark.parametrize("name", FILES)
def test_row(name: str, graded: Grade, impatient: Sandbox) -> None:
    """An example gets the score of its row, and its report says what the row says."""
    _, score, said = (cell.strip() for cell in ROWS[name].split("|"))
    text = (FOLDER / name).read_text(encoding="utf-8")
    # What never ends is not waited for as long as the table says.
    report = graded(recognise(Path(name), BLOCKS), text, impatient if "endless" in name else None)
    shown = " ".join(terminal.render(report.for_student(), width=200).split())
    said = said.replace("within 5 s", f"within {PATIENCE} s")
    said = said.replace("All checks", f"All {len(report.verdicts)} checks")
    assert score == f"{report.score:g} / {report.max_score:g}"
    assert said in shown


@pytest.mark.parametrize("name", [name for name in FILES if name != "loss_syntax_error.py"])
def test_docstring(name: str) -> None:
    """An example says in one line what kind of student wrote it."""
    docstring = ast.get_docstring(ast.parse((FOLDER / name).read_text(encoding="utf-8")))
    assert docstring is not None
    assert "\n" not in docstring
