"""The loss of a line is a valley: its bottom, its curvatures, and what a step does to the error."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.pictures.valley import valley

X, Y = (-1.0, 1.0, 3.0), (-3.0, 1.0, 5.0)
"""Three points of 2·x - 1."""

NUMBERS = st.floats(-50, 50)


def descend(lr: float, epochs: int, start: tuple[float, float] = (-1.0, 4.0)) -> np.ndarray:
    """Return the path of gradient descent on the mean squared error of the three points."""
    x, y, path = np.array(X), np.array(Y), [np.array(start)]
    for _ in range(epochs):
        w, b = path[-1]
        error = w * x + b - y
        path.append(path[-1] - lr * 2 * np.array([np.mean(error * x), np.mean(error)]))
    return np.array(path)


def test_bottom_and_curvatures() -> None:
    """The bottom is the line through the points; 2·mean [[x², x], [x, 1]] has the eigenvalues 8 and 4/3."""
    ground = valley(X, Y, 2)
    assert ground is not None
    assert ground.bottom == pytest.approx([2.0, -1.0])
    assert ground.lowest == pytest.approx(0.0, abs=1e-20)
    assert ground.curvatures == pytest.approx([8.0, 4 / 3])


@given(NUMBERS, NUMBERS)
def test_the_loss_is_the_mean_of_the_squares(w: float, b: float) -> None:
    """Seen as a valley the loss is what it is by its definition, whatever the points."""
    x, y = np.array([0.0, 2.0, 3.0]), np.array([1.0, -4.0, 2.5])
    ground = valley(x.tolist(), y.tolist(), 2)
    assert ground is not None
    assert ground.losses(np.array([[w, b]]))[0] == pytest.approx(np.mean((w * x + b - y) ** 2), abs=1e-9)


@pytest.mark.parametrize("lr", [0.1, 0.23, 0.26])
def test_a_step_multiplies_each_error_by_its_factor(lr: float) -> None:
    """Gradient descent multiplies the error along each axis by 1 - lr · curvature, as in `learning_rate`."""
    ground = valley(X, Y, 2)
    assert ground is not None
    factors = ground.factors(descend(lr, 4))
    assert factors == pytest.approx(np.tile([1 - 8 * lr, 1 - 4 / 3 * lr], (4, 1)), rel=1e-3)


def test_what_has_arrived_has_no_factor() -> None:
    """An error that is nothing but rounding is not divided by."""
    ground = valley(X, Y, 2)
    assert ground is not None
    assert np.isnan(ground.factors(np.array([[2.0, -1.0], [2.0, -1.0]]))).all()


@pytest.mark.parametrize(
    ("x", "y", "parameters"),
    [
        ((1.0, 1.0), (2.0, 3.0), 2),
        ((0.0, 0.0), (1.0, 2.0), 1),
        ((1.0, np.inf), (1.0, 2.0), 2),
        ((1.0,), (), 1),
    ],
    ids=["one place", "nothing to scale", "infinite", "no targets"],
)
def test_points_that_tell_no_line(x: tuple[float, ...], y: tuple[float, ...], parameters: int) -> None:
    """Where more than one line fits best, or a number is none, there is no valley."""
    assert valley(x, y, parameters) is None
