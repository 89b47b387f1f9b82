"""Pairs of bars hold any numbers, and are told in words, too."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from grader.grading.verdict import Picture
from grader.report.pictures.bars import ROWS, bars

NAN = math.nan
FLOATS = st.lists(st.floats(), max_size=40).map(tuple)


@given(FLOATS, FLOATS)
def test_bars_stay_in_their_frame(got: tuple[float, ...], expected: tuple[float, ...]) -> None:
    """Whatever the numbers, every bar lies in its frame and starts or ends at zero."""
    drawing = bars(Picture("bars", "check", "t", tuple("abc"), got, expected))
    for row in drawing.rows:
        for bar in (row.yours, row.reference):
            assert 0 <= bar.x <= bar.x + bar.width <= drawing.width + 1e-9
            assert min(abs(bar.x - drawing.zero), abs(bar.x + bar.width - drawing.zero)) < 1e-9


def test_bars_in_words() -> None:
    """Every pair is told in words, also where a number is missing or is none."""
    drawing = bars(Picture("bars", "check", "t", ("dw", "db"), (NAN,), (2.0, 3.0)))
    assert drawing.text == "dw: got not a number, expected 2. db: got nothing, expected 3."
    assert drawing.rows[0].yours.width == 0


def test_unnamed_bars_are_counted() -> None:
    """Numbers beyond the names go by their place."""
    drawing = bars(Picture("bars", "check", "t", ("dw",), (1.0, 2.0), (1.0, 2.0)))
    assert [row.name for row in drawing.rows] == ["dw", "[1]"]


def test_many_bars() -> None:
    """Beyond a few dozen the rest is counted."""
    many = tuple(float(index) for index in range(ROWS + 3))
    drawing = bars(Picture("bars", "check", "t", (), many, many))
    assert len(drawing.rows) == ROWS
    assert drawing.notes == ("3 more are not drawn.",)
