"""Which loops of a script may be its training."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.rewriting.loops import apart, loops

RIGHT = [
    "w = 0.0\nfor i in range(9):\n    w -= 0.1 * (w - 3)",
    "def go():\n    global W\n    change = 0.1 * (T - W)\n    W = W + change\nfor i in range(9):\n    go()",
    "for i in range(9):\n    for j in range(2):\n        t[0, j] = w[0, j] - a * s[j]\n    w = t.copy()",
    "for i in range(9):\n    new = w - lr * g(w)\n    w = new",
    "for i in range(9):\n    opt.zero_grad()\n    loss.backward()\n    opt.step()",
    "def train(w):\n    for i in range(9):\n        w -= 0.1 * w\n        yield w",
]

WRONG = [
    "total = 0\nfor i in range(9):\n    print(i)",
    "def count():\n    global n\n    n = n + 1\nfor i in range(9):\n    count()",
    "async def train():\n    for i in range(9):\n        w -= 0.1 * g",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_loop_that_makes_steps_is_found(text: str) -> None:
    """By itself, in a generator, through functions, under a new name, or gathered entry by entry."""
    assert loops(ast.parse(text))


@pytest.mark.parametrize("text", WRONG)
def test_other_loops_are_none(text: str) -> None:
    """Counting is no training, and no body can be taken out of a coroutine."""
    assert not loops(ast.parse(text))


def test_the_innermost_loop_with_steps_comes_first() -> None:
    """One sample's step is a smaller thing to look at than an epoch's."""
    text = "for e in range(3):\n    for x in xs:\n        w -= 0.1 * x"
    assert next(iter(loops(ast.parse(text)))).line == 2


def test_a_loop_apart_is_neither_around_nor_in_nor_called() -> None:
    """Of three loops that train, the second is another one: the third only calls the first."""
    text = (
        "def fit(w):\n    for i in range(9):\n        w -= 0.1 * w\n    return w\n"
        "for i in range(9):\n    v = v - 0.1 * v\n"
        "for i in range(9):\n    u = u - 0.1 * fit(u)\n"
    )
    found = loops(ast.parse(text))
    first = next(loop for loop in found if loop.line == 2)
    assert [loop.line for loop in apart(ast.parse(text), found, [first.place])] == [5]
