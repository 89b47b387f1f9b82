"""What comes back from a trial of changes is taken for nothing that it is not."""

from __future__ import annotations

import numpy as np
import pytest

from grader.grading.repairs.experiment import rows_in
from grader.inside.observation import Observation, Outcome

EXPECTED = {"dw": np.zeros(2), "db": np.zeros(())}
SETS = ((0,), (1,), (0, 1))


def answer(kept: object, rows: object) -> Observation:
    """Return a trial's answer."""
    return Observation(Outcome.RETURNED, {"kept": np.asarray(kept), "rows": np.asarray(rows)})


def test_rows_by_their_sets() -> None:
    """Each row stands by the changes that gave it."""
    found = rows_in(answer([2, 0], [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), SETS, EXPECTED)
    assert {active: row.tolist() for active, row in found.items()} == {(0, 1): [1, 2, 3], (0,): [4, 5, 6]}


@pytest.mark.parametrize(
    ("kept", "rows"),
    [
        ([0], [[1.0, 2.0]]),
        ([0], [[1.0, 2.0, 3.0, 4.0]]),
        ([0, 1], [[1.0, 2.0, 3.0]]),
        ([[0]], [[[1.0, 2.0, 3.0]]]),
        ([[0]], [[1.0, 2.0, 3.0]]),
        (0, [1.0, 2.0, 3.0]),
        ([0.0], [[1.0, 2.0, 3.0]]),
        ([True], [[1.0, 2.0, 3.0]]),
        ([0], [[1j, 2.0, 3.0]]),
        ([0], [[1, 2, 3]]),
        ([3], [[1.0, 2.0, 3.0]]),
        ([-1], [[1.0, 2.0, 3.0]]),
    ],
)
def test_other_answers_are_none(kept: object, rows: object) -> None:
    """Rows of another length, in more axes, of another kind, or for changes that were not asked for."""
    assert rows_in(answer(kept, rows), SETS, EXPECTED) == {}


def test_an_answer_without_rows() -> None:
    """A trial that stopped, or answered something else, says nothing."""
    assert rows_in(Observation(Outcome.TIMED_OUT), SETS, EXPECTED) == {}
    assert rows_in(Observation(Outcome.RETURNED, {"rows": np.zeros((0, 3))}), SETS, EXPECTED) == {}
