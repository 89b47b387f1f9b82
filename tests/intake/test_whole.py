"""Notebooks as whole scripts: a cell that is no Python is told, and costs no more than it must."""

from __future__ import annotations

from pathlib import Path

import ipynb
import pytest

from grader.grading.scripts.looking import look
from grader.intake import scripts, whole
from grader.intake.notebooks import magics
from grader.intake.notebooks.document import Cell
from grader.numbers.scripts.evidence.records import Look
from grader.sandbox.client import Sandbox
from grader.words.location import as_written

DATA = "import numpy as np\nx = np.array([1.0, 2.0])\ny = 2 * x\nw = 0.0"
SLOPE = "def slope(w):\n    return np.mean(2 * (w * x - y) * x)"
LOOP = "for i in range(9):\n    loss = np.mean((w * x - y) ** 2)\n    w = w - 0.1 * slope(w)"


def seen(cells: list[str], sandbox: Sandbox) -> Look:
    """Return what is seen of a notebook of these cells."""
    return look(scripts.parse(ipynb.of(*cells), Path("a.ipynb")), sandbox)


def test_a_broken_cell_that_nothing_needs_is_passed_over(sandbox: Sandbox) -> None:
    """A note or a try in a cell of its own takes nothing from a right notebook."""
    assert seen([DATA, "my notes (not done", SLOPE, LOOP], sandbox).verdict == "right"


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ([DATA, SLOPE.replace("(w):", "(w:"), LOOP], "Cell 2, line 1"),
        ([DATA, SLOPE, "# train\n" + LOOP.replace("(9)", "(9")], "Cell 3, line 2"),
        (["import numpy as np", "x = (1,"], "Cell 2, line 1"),
    ],
    ids=["needed", "the loop", "nothing else"],
)
def test_a_broken_cell_that_is_needed_is_named(cells: list[str], line: str, sandbox: Sandbox) -> None:
    """Where the script stops for want of a cell, or has no loop without it, that cell is no Python."""
    found = seen(cells, sandbox)
    assert (found.verdict, found.reason) == ("stops", "syntax")
    assert found.message.startswith(f"{line} is not Python 3: ")


def test_a_broken_cell_keeps_its_lines() -> None:
    """What stands for a broken cell has as many lines, and the broken one is read as it was written."""
    made = whole.cells([Cell("cell 1", "a = 1\nb = (2"), Cell("cell 2", "\n\n" + LOOP)])
    assert made.count("\n") == 8
    assert as_written(made).split("\n")[1:3] == ["# a = 1", "b = (2"]


def test_a_cell_that_cannot_be_read_at_all() -> None:
    """A cell with a null character is passed over like any other that is no Python."""
    made = whole.cells([Cell("cell 1", "a\0b"), Cell("cell 2", LOOP)])
    assert magics.is_python(made)
    assert "raise SyntaxError(" in made
