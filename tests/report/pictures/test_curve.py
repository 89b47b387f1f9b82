"""Pictures hold any numbers: every place lies on the page, and what is no number is said in words."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.grading.verdict import Picture
from grader.report.pictures.curve import curve

INF, NAN = math.inf, math.nan
FLOATS = st.lists(st.floats(), max_size=40).map(tuple)


def losses(got: tuple[float, ...], expected: tuple[float, ...] = (4.0, 3.0, 2.0)) -> Picture:
    """Return a picture of two losses."""
    return Picture("curve", "check", "The loss", ("losses",), got, expected)


@given(FLOATS, FLOATS)
def test_curves_stay_in_their_frame(got: tuple[float, ...], expected: tuple[float, ...]) -> None:
    """Whatever the numbers, every place of a curve lies in its frame."""
    drawing = curve(losses(got, expected))
    for line in (drawing.yours, drawing.reference):
        for x, y in re.findall(r"[ML](\S+) (\S+)", line.path):
            assert 0 <= float(x) <= drawing.width
            assert 0 <= float(y) <= drawing.height
    assert all(0 <= tick.at <= 1 for tick in (*drawing.x_ticks, *drawing.y_ticks))


@pytest.mark.parametrize(
    ("got", "says"),
    [
        ((5.0, 1.0, 4.0, 16.0, 64.0), "From epoch 2 on, each epoch multiplies your losses by 4."),
        ((1.0, 2.0, 8.0, 24.0, INF, NAN), "From epoch 1 on, each epoch multiplies your losses by 2 to 4."),
        ((1.0, 1.1, 1.2, 1.3, 1.4), None),
        ((1.0, 50.0, 3.0), None),
        ((0.0, 0.0), None),
        ((), None),
    ],
    ids=["grows", "overflows", "hardly", "falls again", "zero", "nothing"],
)
def test_a_loss_that_grows_says_by_what(got: tuple[float, ...], says: str | None) -> None:
    """Where a loss grows tenfold to its end, the factors of its epochs are told."""
    told = [note for note in curve(losses(got)).notes if "multiplies" in note]
    assert told == ([] if says is None else [says])


def test_logarithms_have_no_factors() -> None:
    """A logarithm that doubles is no loss that doubles."""
    picture = Picture("curve", "check", "t", ("log10_losses",), (1.0, 2.0, 4.0, 8.0, 16.0), (1.0,))
    assert not any("multiplies" in note for note in curve(picture).notes)


def test_a_curve_breaks_where_no_number_is() -> None:
    """A gap parts the curve, and a sentence says where the numbers end."""
    drawing = curve(losses((1.0, 2.0, NAN, 3.0, INF)))
    assert drawing.yours.path.count("M") == 2
    assert drawing.yours.end == drawing.yours.markers[-1]
    assert drawing.notes == ("Your loss leaves the finite numbers at epoch 3.",)


def test_the_reference_may_diverge_too() -> None:
    """Where the exercise is about divergence, both ends are told."""
    assert len(curve(losses((1.0, INF), (1.0, 2.0, NAN))).notes) == 2


def test_a_curve_in_words() -> None:
    """The text alternative gives both ends of both curves."""
    assert curve(losses((9.0, 1.0))).text == (
        "Yours: 9 at epoch 1, 1 at epoch 2. Reference: 4 at epoch 1, 2 at epoch 3."
    )
    assert curve(losses(())).text.startswith("Yours: nothing.")


def test_a_long_training_stays_a_small_picture() -> None:
    """Of ten thousand epochs a few hundred are drawn, the last among them."""
    drawing = curve(losses(tuple(float(epoch) for epoch in range(10_001))))
    assert drawing.yours.path.count("L") <= 501
    assert drawing.yours.path.endswith(f"{drawing.width:.1f} 0.0")
    assert len(drawing.yours.markers) <= 13


def test_a_thinned_curve_keeps_its_rounds() -> None:
    """Of many rounds some are drawn, each at its own place, and growth between them is not told."""
    seen = curve(
        Picture("curve", "look", "t", ("cost",), (1.0, 8.0, 64.0, 512.0, 4096.0), (), (1, 101, 201, 301, 401))
    )
    assert seen.x_ticks[-1].label == "400"
    assert seen.text == "Yours: 1 in round 1, 4096 in round 401."
    assert seen.x_name == "round"
    assert not seen.notes


def test_a_scripts_own_rounds_tell_how_a_loss_grows() -> None:
    """Where all rounds are there, the factor is that of a round."""
    seen = curve(
        Picture("curve", "look", "t", ("cost",), (1.0, 8.0, 64.0, 512.0, 4096.0), (), (1, 2, 3, 4, 5))
    )
    assert seen.notes == ("From round 1 on, each round multiplies your cost by 8.",)


def test_a_loss_leaves_the_numbers_in_a_round() -> None:
    """The round is the one it happened in, not its place among those that are kept."""
    seen = curve(Picture("curve", "look", "t", ("cost",), (1.0, math.inf), (), (1, 50)))
    assert "Your loss leaves the finite numbers in round 50." in seen.notes


def test_the_axis_ends_where_the_numbers_end() -> None:
    """A run that leaves the finite numbers early fills its picture up to the epoch where it leaves them."""
    drawn = curve(losses((1.0, 2.0, *[INF] * 98), (1.0, 2.0)))
    assert [tick.label for tick in drawn.x_ticks] == ["1", "2", "3"]
