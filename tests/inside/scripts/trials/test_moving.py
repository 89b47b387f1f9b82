"""What a slot held is carried on, or set anew."""

from __future__ import annotations

import numpy as np
import pytest

from grader.inside.scripts.trials.moving import is_set_anew


@pytest.mark.parametrize(
    ("plain", "moved", "change", "expected"),
    [
        ([1.0], [3.0], [2.0], True),
        ([1.0], [1.0], [2.0], False),
        ([1.0], [-1e9 + 1.0 + 1e-7], [-1e9], True),
        ([1.0], [1.1 - 1e-6], [0.1], False),
        ([0.0, 1.0], [0.0, 3.0], [5.0, 2.0], True),
        ([0.0, 0.0], [0.0, 0.0], [5.0, 2.0], False),
    ],
)
def test_a_slot_is_set_anew(
    plain: list[float], moved: list[float], change: list[float], expected: bool
) -> None:
    """A change of all that moves is gone after the round, up to rounding."""
    assert is_set_anew(*map(np.array, (plain, moved, change))) is expected
