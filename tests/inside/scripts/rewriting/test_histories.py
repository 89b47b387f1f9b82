"""A list of all values of a parameter is taken for the parameter."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.rewriting.histories import without_histories
from grader.inside.scripts.rewriting.syntax import grown


def body_of(text: str) -> list[str]:
    """Return the statements of a loop once histories are taken out."""
    loop = ast.parse(text).body[0]
    assert isinstance(loop, ast.For | ast.While)
    without_histories(loop)
    return [ast.unparse(item) for item in loop.body]


def test_a_next_value_takes_the_place_of_the_last() -> None:
    """So do those by the number of the round; other lists stay as they are."""
    text = "for i in range(9):\n    g = f(w[i], x[i])\n    w.append(w[i] - 0.1 * g)\n    loss.append(g * g)"
    assert body_of(text) == ["g = f(w[-1], x[i])", "w[-1] = w[-1] - 0.1 * g", "loss.append(g * g)"]


def test_when_the_training_ends_is_no_matter() -> None:
    """A condition on the last two values that only ends the loop is left out."""
    text = "while True:\n    w.append(w[-1] - g)\n    if abs(w[-1] - w[-2]) < eps:\n        break"
    assert body_of(text) == ["w[-1] = w[-1] - g"]


@pytest.mark.parametrize("more", ["v = w[-1] - w[-2]", "show(w)", "w[0] = 1"])
def test_a_list_of_which_more_is_read_stays(more: str) -> None:
    """Its earlier values may shape the step."""
    assert body_of(f"while True:\n    w.append(w[-1] - g)\n    {more}")[0] == "w.append(w[-1] - g)"


@pytest.mark.parametrize(
    "text",
    ["w.append(g)", "w.append(-w[-1])", "w.add(w[-1] - g)", "append(w[-1] - g)"],
)
def test_other_calls_make_no_history(text: str) -> None:
    """What is added has to be a step from an entry of the list itself."""
    assert grown(ast.parse(text).body[0]) == ""
