"""An excerpt shows the place in a program that a sentence is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.words import excerpt

PIECES = st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=200)

PROGRAM = """\
import numpy as np
def forword(x, w):
    return w * x
class Model:
    def loss(self, x):
        return x
half = lambda x: x / 2
async def later():
    def gradient(w):
        return w
"""


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("return (1", 8, "    return (1\n           ^"),
        ("    return (1", 12, "    return (1\n           ^"),
        ("\treturn (1", 9, "    return (1\n           ^"),
        ("w\t= (1", 5, "    w    = (1\n           ^"),
        ("误差 = （1", 6, "    误差 = （1\n           ^"),
        ("return", 7, "    return\n          ^"),
        ("return", 0, "    return"),
        ("   ", 1, ""),
    ],
)
def test_caret(line: str, column: int, expected: str) -> None:
    """The caret stands below the column, whatever the indentation, the tabs and the width of characters."""
    assert excerpt.caret(f"# above\n{line}\n# below", 2, column) == expected


@given(before=PIECES, after=PIECES)
def test_caret_in_long_line(before: str, after: str) -> None:
    """A long line is cut to what fits a terminal, and the caret still points at its character."""
    quoted, caret = excerpt.caret(f"{before}§{after}", 1, len(before) + 1).split("\n")
    assert quoted[len(caret) - 1] == "§"
    assert len(quoted) <= 4 + excerpt.WIDTH


@pytest.mark.parametrize("line", [-1, 0, 3])
def test_no_such_line(line: int) -> None:
    """A line that is not there is not quoted."""
    assert excerpt.caret("a = 1\nb = 2", line, 1) == ""


def test_definitions() -> None:
    """Functions and named lambdas are found with their lines, methods and inner functions as such."""
    found = [(one.name, one.line, one.outermost) for one in excerpt.definitions(PROGRAM)]
    assert found == [
        ("forword", 2, True),
        ("loss", 5, False),
        ("half", 7, True),
        ("later", 8, True),
        ("gradient", 9, False),
    ]


def test_close() -> None:
    """A misspelt function is found, in whatever case; a name of another task is not taken for it."""
    found = excerpt.close(PROGRAM, "Forward", others=("half",), count=2)
    assert found is not None
    assert (found.name, found.line) == ("forword", 2)
    assert excerpt.close(PROGRAM, "forward", others=("forword",), count=1) is None
    assert excerpt.close(PROGRAM, "train", others=(), count=1) is None


def test_inside() -> None:
    """A function counts as hidden only where no other of its name stands at the left margin."""
    found = excerpt.inside(PROGRAM, "gradient")
    assert found is not None
    assert found.line == 9
    assert excerpt.inside(PROGRAM + "def gradient(w):\n    return 1\n", "gradient") is None
    assert excerpt.inside(PROGRAM, "forword") is None
