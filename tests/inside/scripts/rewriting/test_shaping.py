"""A training that is no loop is written as one."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.rewriting.loops import loops
from grader.inside.scripts.rewriting.shaping import shaped


def after(text: str) -> str:
    """Return a text once it is shaped."""
    return ast.unparse(shaped(ast.parse(text)))


def run(text: str) -> object:
    """Return what a shaped text binds to ``got``."""
    space: dict[str, object] = {}
    exec(compile(shaped(ast.parse(text)), "shaped", "exec"), space)
    return space["got"]


DESCENTS = [
    "def go(w, n=0):\n    if n == 3:\n        return w\n    return go(w - 0.5 * w, n + 1)\ngot = go(8.0)",
    "def go(w, n, lr=0.5):\n    if n:\n        return go(n=n - 1, w=w - lr * w)\n    return w\n"
    "got = go(8.0, 3)",
]


@pytest.mark.parametrize("text", DESCENTS)
def test_a_function_that_ends_by_calling_itself_gives_the_same_in_a_loop(text: str) -> None:
    """Its parameters get their next values, defaults too, and its conditions end the loop."""
    assert run(text) == 1.0
    assert loops(shaped(ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    [
        "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)",
        "def walk(v):\n    for child in v.children - seen:\n        walk(child)",
        "def go(*w):\n    return go(w - 1)",
    ],
)
def test_other_recursion_stays_as_it_is(text: str) -> None:
    """A call that is not the end of its function cannot be a round of a loop."""
    assert after(text) == ast.unparse(ast.parse(text))


def test_one_step_goes_round_once() -> None:
    """The loop begins where the parameters are known, and ends with the last step."""
    text = "w = 3.0\nt = 1\nloss = (w - t) ** 2\ng = 2 * (w - t)\nw = w - 0.1 * g\nprint(w)"
    (loop,) = [node for node in shaped(ast.parse(text)).body if isinstance(node, ast.For)]
    assert [ast.unparse(item) for item in loop.body] == text.split("\n")[2:5]


def test_a_step_beside_a_training_loop_is_none_of_its_own() -> None:
    """Where a loop trains, nothing else is written as one."""
    text = "loss = 1.0\nw = w - 0.1 * loss\nfor i in range(9):\n    w -= 0.1 * loss"
    assert after(text) == ast.unparse(ast.parse(text))
