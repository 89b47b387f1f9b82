"""What a slot held is carried on, or set anew."""

from __future__ import annotations

import numpy as np
import pytest

from grader.inside.scripts.moving import is_set_anew


@pytest.mark.parametrize(
    ("difference", "change", "expected"),
    [
        (np.array([2.0]), np.array([2.0]), True),
        (np.array([0.0]), np.array([2.0]), False),
        (np.array([-1e9 + 1e-7]), np.array([-1e9]), True),
        (np.array([0.1 - 1e-6]), np.array([0.1]), False),
    ],
)
def test_a_slot_is_set_anew(difference: np.ndarray, change: np.ndarray, expected: bool) -> None:
    """A change of it is gone after the round, up to rounding."""
    assert is_set_anew(difference, change) is expected
