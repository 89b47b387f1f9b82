"""Steps beside slopes that differences have found."""

from __future__ import annotations

import numpy as np
import pytest

from grader.numbers.scripts.judging.fitting import fit

SLOPE = np.array([[1.0, -2.0, 0.5, 0.0]])


@pytest.mark.parametrize("off", [[0.2, 0.1, 0.2, 0.0], [0.0, 0.3, 0.3, 0.0]])
def test_a_loss_that_is_too_coarse_says_nothing(off: list[float]) -> None:
    """Where most slopes that count are off by rounding, a step that fits none of them is no mistake."""
    seen = fit(np.array([[0.1, 0.1, 0.1, 0.1]]), SLOPE, np.array([off]), single=False)
    assert seen.blind


def test_a_kink_in_one_direction_leaves_the_others() -> None:
    """One slope of several is off where a unit has its corner; the rest say what they say."""
    off = np.array([[0.0, 0.0, 0.4, 0.0]])
    seen = fit(0.1 * SLOPE + [[0, 0, 7.0, 0]], SLOPE, off, single=False)
    assert seen.holds
    assert not seen.blind


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("worst", [np.inf, -np.inf, np.nan])
def test_an_infinite_slope_is_no_slope(worst: float) -> None:
    """The finite slopes beside it say what they say, and nothing is averaged over none."""
    seen = fit(0.1 * SLOPE, np.where(SLOPE == 0.5, worst, SLOPE), 0 * SLOPE, single=False)
    assert seen.holds
    assert not seen.blind
