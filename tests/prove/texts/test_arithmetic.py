"""Calculations with numbers alone in a story come out to the last digit shown; the rest is passed over."""

from __future__ import annotations

import pytest

from grader.prove.texts.arithmetic import calculations, value


def wrong(story: str) -> list[tuple[str, str]]:
    """Return both sides of every calculation that does not come out."""
    return [(left, right) for _, left, right in calculations(story)]


@pytest.mark.parametrize(
    ("story", "sides"),
    [
        ("the loss is 14 / 3 = 5.333…", ("14 / 3", "5.333…")),
        ("and ½·(4 + 1 + 16) = 11.5.", ("½·(4 + 1 + 16)", "11.5")),
        ("(6 - 4)² = 5", ("(6 - 4)²", "5")),
        ("so w becomes 1 -\n0.01·(-8) = 1.09. The loss", ("1 - 0.01·(-8)", "1.09")),
        ("    0.2·0.5 + 0.5·0.3 = 0.26", ("0.2·0.5 + 0.5·0.3", "0.26")),
        ("h1 = 0.2·0.5 + 0.5·0.3 = 0.26 and", ("0.2·0.5 + 0.5·0.3", "0.26")),
    ],
    ids=["cut off", "half", "square", "two lines", "formula", "after a name"],
)
def test_a_sum_that_does_not_come_out_is_found(story: str, sides: tuple[str, str]) -> None:
    """Both sides are given as they stand."""
    assert wrong(story) == [sides]


@pytest.mark.parametrize(
    "story",
    [
        "14 / 3 = 4.666…",
        "0.4769·0.5231 = 0.2495",
        "1.8·10 + 32 = 18 + 32 = 50",
        "0.01/12.01 = 0.00083",
        "1 - 0.01·(-18) = 1 + 0.18 = 1.18",
        "2/9 ≈ 0.2222",
    ],
)
def test_a_sum_that_comes_out_is_none(story: str) -> None:
    """Decimals may be rounded, or cut off before a "…"."""
    assert wrong(story) == []


@pytest.mark.parametrize(
    "story",
    [
        "w = 3",
        "2·w + 1 = 3",
        "a1·3 = 5",
        "p(3) = 4",
        "e^(-2) = 0.13",
        "10% = 0.1",
        "1 / 0 = 3",
        "2·3 - 1 = 6x",
        "3 - 2 == 4",
        "3 - 2 <= 4",
        "9^9^9 = 4",
        "1 - 2\n\n= 5",
    ],
)
def test_what_is_no_calculation_with_numbers_alone_is_passed_over(story: str) -> None:
    """Letters, comparisons and what cannot be worked out are nobody's mistake."""
    assert wrong(story) == []


@pytest.mark.parametrize("text", ["", "(", "1 +", "w", "1 and 2", "[1]", "1e999 - 1e999"])
def test_no_calculation_has_no_value(text: str) -> None:
    """What is none is None, and nothing is raised."""
    assert value(text) is None
