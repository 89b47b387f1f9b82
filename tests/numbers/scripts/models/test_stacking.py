"""Models that parameters and data may be: only those whose sizes fit."""

from __future__ import annotations

import numpy as np

from grader.numbers.scripts.models.stacking import arrangements, is_chain


def test_layers_fit_one_another() -> None:
    """Each takes as many numbers as the one before gives."""
    assert is_chain([(2, 3), (3, 1)])
    assert not is_chain([(1, 3), (1, 1)])


def test_tables_that_change_their_width_are_no_samples() -> None:
    """Batches may differ in length; the numbers of a sample may not."""
    wide, narrow, short = np.ones((4, 3)), np.ones((4, 1)), np.ones((2, 3))
    assert not list(arrangements((narrow, wide), 1))
    assert list(arrangements((wide, short), 3))
    assert not list(arrangements((np.ones(3), np.ones(4)), 3))
