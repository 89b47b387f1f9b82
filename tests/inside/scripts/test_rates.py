"""The rates that stand in a statement that makes a step."""

from __future__ import annotations

import ast
import sys
from typing import Any

import pytest

from grader.inside.scripts.rates import Rates


def rates(text: str, **names: Any) -> dict[str, float]:
    """Return the rates of the first line, read in a frame that has these names."""
    frame = sys._getframe()
    names = {"w": 1.0, "g": 2.0, **names}

    class Frame:
        f_globals = frame.f_globals
        f_locals = names

    return Rates(ast.parse(text)).of(1, Frame)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("w -= lr * g", {"lr": 0.5}, {"lr": 0.5}),
        ("w = w - 0.01 * g", {}, {"0.01": 0.01}),
        ("w -= lr * g / n", {"lr": 0.5, "n": 5}, {"lr": 0.5, "lr / n": 0.1}),
        ("a, c = a - 0.1 * g, c - 0.1 * g", {"a": 3.0, "c": 4.0}, {"0.1": 0.1}),
    ],
)
def test_a_rate_is_read_off_its_statement(
    text: str, names: dict[str, Any], expected: dict[str, float]
) -> None:
    """By name, or as a literal; a parameter is no rate, though it is called like one."""
    assert rates(text, **names) == pytest.approx(expected)


class Momentum:
    """What a script may make its steps with."""

    def __init__(self) -> None:
        """Set the rate."""
        self.lr = 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w += v\nv = mu * v - lr * g", {"lr": 0.5}),
        (
            "w = opt.update(w, g)\nclass M:\n    def update(self, w, g):\n        return w - self.lr * g",
            {"opt.lr": 0.5},
        ),
    ],
)
def test_a_rate_is_found_where_the_step_is_made(text: str, expected: dict[str, float]) -> None:
    """In the statement that makes a velocity, or in the method that returns the new parameter."""
    assert rates(text, lr=0.5, mu=0.9, v=0.1, opt=Momentum()) == pytest.approx(expected)
