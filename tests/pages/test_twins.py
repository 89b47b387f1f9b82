"""One call makes a public example and its hidden, fresh twin."""

from typing import Any

import numpy as np
import pytest

from grader.author import gradients, returns, twins


def slope(w: float, x: np.ndarray) -> np.ndarray:
    """Return something of w and x."""
    return w * x


def loss(w: float, x: np.ndarray) -> float:
    """Return something whose slope is taken."""
    return float(w * x.sum())


def drawn(rng: np.random.Generator) -> dict[str, Any]:
    """Draw a weight and three numbers."""
    return {"w": rng.uniform(2.0, 3.0), "x": rng.uniform(-1.0, 1.0, 3)}


def test_the_example_is_public_and_its_twin_hidden_and_worth_the_points() -> None:
    """Title, points and who sees them differ; the task and other words are common to both."""
    given = {"w": 2.0, "x": np.array([1.0, -2.0])}
    example, fresh = twins(
        gradients, slope, ("an example", given), ("fresh", drawn), points=2, of=loss, wrt="w"
    )
    assert (example.title, example.public, example.points) == ("an example", True, 1)
    assert (fresh.title, fresh.public, fresh.points) == ("fresh", False, 2)
    assert example.task == fresh.task == "slope"


@pytest.mark.parametrize("inputs", [drawn, {"w": 3.5, "x": np.array([0.5])}])
def test_the_twins_inputs_are_drawn_together_or_given(inputs: Any) -> None:
    """A function of a generator or a dictionary: the same checks as two calls make."""
    given = {"w": 2.0, "x": np.array([1.0])}
    _, fresh = twins(returns, slope, ("an example", given), ("fresh", inputs))
    alone = returns(slope, title="fresh", **({"inputs": inputs} if callable(inputs) else inputs))
    assert fresh == alone
