"""A difference may be the error of a loss that is never worked out: which losses, and their values."""

from __future__ import annotations

import numpy as np
import pytest

from grader.inside.scripts.state.guesses import guesses


def values(left: list[float], right: list[float], compared: list[float] | None = None) -> dict[str, float]:
    """Return the guessed losses of a difference by how they are guessed."""
    given = None if compared is None else np.array(compared)
    return {how: float(loss) for how, loss in guesses(np.array(left), np.array(right), given)}


def test_every_difference_has_a_square_and_an_absolute_value() -> None:
    """Sums over all entries of the square and of the absolute value."""
    assert values([3.0, 1.0], [1.0, 4.0]) == {"squared": 13.0, "absolute": 5.0}


@pytest.mark.parametrize("turned", [False, True])
def test_shares_beside_classes_have_a_cross_entropy(turned: bool) -> None:
    """Numbers between 0 and 1 beside 0 and 1 are a sigmoid's outputs, whichever side they stand on."""
    output, target = [0.25, 0.5], [0.0, 1.0]
    found = values(target, output) if turned else values(output, target)
    assert found["entropy"] == pytest.approx(-np.log(0.75) - np.log(0.5))


def test_rows_that_add_up_to_one_are_a_softmax() -> None:
    """Only the share of the right class counts."""
    output, target = np.array([[0.2, 0.8], [0.5, 0.5]]), np.array([[0.0, 1.0], [1.0, 0.0]])
    found = dict(guesses(output, target, None))
    assert float(found["entropy"]) == pytest.approx(-np.log(0.8) - np.log(0.5))


def test_numbers_outside_of_shares_have_no_cross_entropy() -> None:
    """A prediction above 1 is no sigmoid's."""
    assert "entropy" not in values([1.5], [1.0])


@pytest.mark.parametrize("error", [1.0, -1.0])
def test_a_threshold_unit_is_off_by_what_it_compared(error: float) -> None:
    """Its loss is how far its sum is on the wrong side, whatever the sign of the difference."""
    assert values([error], [0.0], [-0.3])["threshold"] == pytest.approx(0.3)


@pytest.mark.parametrize(("left", "compared"), [(0.4, [0.3]), (1.0, [0.1, 0.2])])
def test_other_differences_are_no_threshold_units(left: float, compared: list[float]) -> None:
    """Neither a difference that is no whole number, nor one of another size than what was compared."""
    assert "threshold" not in values([left], [0.0], compared)


def test_shapes_that_do_not_fit_give_nothing() -> None:
    """What the script makes of them is not known."""
    assert values([1.0, 2.0], [1.0, 2.0, 3.0]) == {}
