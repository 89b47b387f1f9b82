"""A script trains for a while: the losses of its rounds, and of whole walks over its samples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from grader.inside.scripts.absent import Bar
from grader.inside.scripts.training import Training


def trained(items: Iterable[Any], losses: list[list[float]], picks: bool = False) -> Training:
    """Return what is noted of a training with these losses, a list for each time the loop begins."""
    training = Training("name:loss", seconds=60.0, picks=picks)
    for walk in losses:
        training.walk(items)
        for loss in walk:
            training.round({"loss": loss})
    return training


@pytest.mark.parametrize(
    ("items", "picks", "means"),
    [
        ([1.0, 2.0], False, [2.5, 1.5]),
        (range(2), True, [2.5, 1.5]),
        (range(2), False, []),
        (Bar(range(2)), False, []),
        (Bar([1.0, 2.0]), False, [2.5, 1.5]),
    ],
)
def test_what_a_walk_costs(items: Iterable[Any], picks: bool, means: list[float]) -> None:
    """Rounds on samples are told by their walks; numbers of rounds are no samples, unless they pick some."""
    assert trained(items, [[1.0, 4.0], [1.0, 2.0]], picks).means() == means


def test_a_walk_that_was_cut_short_has_no_mean() -> None:
    """Where the run was stopped, the last walk may lack its costliest samples."""
    training = trained([1, 2], [[1.0, 4.0], [1.0]])
    training.stopped = True
    assert training.means() == [2.5]


def test_what_is_just_finite_has_a_finite_mean() -> None:
    """A training that leaves the numbers grows up to there."""
    assert trained([1, 2], [[1e308, 1.6e308]]).means() == [pytest.approx(1.3e308)]
