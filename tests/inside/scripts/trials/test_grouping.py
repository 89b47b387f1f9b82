"""A loop in which only each k-th round makes a step is written as one over groups of rounds."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.trials.grouping import grouped

LOOP = """
for {counter} in {items}:
    loss = f(x) / k
    loss.backward()
    seen.append(i)
    if {test}:
        opt.step()
        opt.zero_grad()
        steps.append(i)
"""


def text_of(counter: str, items: str, test: str) -> str:
    """Return a loop that gathers gradients."""
    return LOOP.format(counter=counter, items=items, test=test)


def is_grouped(text: str) -> bool:
    """Tell whether a loop was put into another one."""
    return len([node for node in ast.walk(grouped(ast.parse(text))) if isinstance(node, ast.For)]) == 2


@pytest.mark.parametrize(
    ("counter", "items", "test"),
    [
        ("i", "range(7)", "(i + 1) % k == 0"),
        ("i", "range(0, 7)", "i % k == k - 1"),
        ("i, x", "enumerate(xs)", "(i + 1) % k == 0 or i + 1 == 7"),
        ("i, x", "enumerate(xs, 1)", "i % k == 0"),
        ("i", "range(1, 8)", "i % 3 == 0"),
    ],
)
def test_rounds_go_into_groups_that_end_with_a_step(counter: str, items: str, test: str) -> None:
    """The rounds and the steps are the same as before."""
    text = text_of(counter, items, test)
    assert is_grouped(text)
    seen = []
    for tree in (ast.parse(text), grouped(ast.parse(text))):
        loss = type("Loss", (), {"__truediv__": lambda self, k: self, "backward": lambda self: None})()
        opt = type("Optimiser", (), {"step": lambda self: None, "zero_grad": lambda self: None})()
        space = {"k": 3, "xs": "abcdefg", "x": 0, "seen": [], "steps": [], "f": lambda x: loss, "opt": opt}  # noqa: B023
        exec(compile(tree, "loop", "exec"), space)
        seen.append((space["seen"], space["steps"]))
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("counter", "items", "test"),
    [
        ("i", "range(7)", "i % k == 0"),
        ("i", "range(2, 9)", "(i + 1) % k == 0"),
        ("i", "range(0, 9, 2)", "(i + 1) % k == 0"),
        ("i, x", "enumerate(xs, start=1)", "i % k == 0"),
        ("i, x", "zip(xs, xs)", "(i + 1) % k == 0"),
        ("i", "range(7)", "i % k > 1"),
        ("i", "range(7)", "g(i % k)"),
        ("i", "range(7)", "i + 1 == k % 2"),
    ],
)
def test_a_loop_stays_where_groups_would_not_end_with_a_step(counter: str, items: str, test: str) -> None:
    """Nobody knows then which rounds make one step."""
    assert not is_grouped(text_of(counter, items, test))


def test_a_loop_stays_that_a_round_may_end() -> None:
    """Its ``break`` would end the group alone."""
    text = text_of("i", "range(7)", "(i + 1) % k == 0")
    assert not is_grouped(text + "    if loss < 1:\n        break\n")
    assert not is_grouped(text + "else:\n    pass\n")
