"""Axes hold any numbers, and say round ones beside their ticks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.pictures.scale import Scale, epochs, scale, ticks

FLOATS = st.lists(st.floats(), max_size=40).map(tuple)


@given(FLOATS)
def test_ticks(values: tuple[float, ...]) -> None:
    """An axis has few ticks, in order, each with its own label."""
    marks = ticks(scale(values))
    assert 1 <= len(marks) <= 8
    assert [mark.at for mark in marks] == sorted(mark.at for mark in marks)
    assert len({mark.label for mark in marks}) == len(marks)


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ((1.0, 101.0), True),
        ((1.0, 99.0), False),
        ((0.0, 1e9), False),
        ((-1.0, 1e9), False),
        ((5e-324, 1.7e308), True),
    ],
)
def test_logarithmic(values: tuple[float, ...], log: bool) -> None:
    """An axis is logarithmic where all values are positive and their range exceeds a hundred."""
    assert scale(values).log is log


def test_round_ticks() -> None:
    """Ticks are round numbers, zero among them."""
    assert [mark.label for mark in ticks(scale((-3.2, 7.9)))] == ["-4", "-2", "0", "2", "4", "6", "8"]
    assert [mark.label for mark in ticks(Scale(-2, 2, 1, log=True))] == ["10⁻²", "10⁻¹", "10⁰", "10¹", "10²"]


@pytest.mark.parametrize(
    ("count", "labels"),
    [(1, (1,)), (4, (1, 2, 3, 4)), (20, (1, 5, 10, 15, 20)), (100, (1, 20, 40, 60, 80, 100))],
)
def test_epochs(count: int, labels: tuple[int, ...]) -> None:
    """The first epoch is labelled, and round ones after it."""
    assert epochs(count) == labels
