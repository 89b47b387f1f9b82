"""What a loop's text shows, and its numbers do not."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.trials.reading import clears_seldom, gathers

STEP = "    opt.step()\n"


def loop(body: str, head: str = "for epoch in range(9):\n") -> ast.For | ast.While:
    """Return a loop."""
    made = ast.parse(head + body).body[-1]
    assert isinstance(made, ast.For | ast.While)
    return made


@pytest.mark.parametrize(
    ("body", "seldom"),
    [
        ("    if epoch % 10 == 0:\n        opt.zero_grad()\n", True),
        ("    if epoch == 0:\n        w.grad.zero_()\n", True),
        ("    if epoch % 2:\n        pass\n    else:\n        w.grad = None\n", True),
        ("    if w.grad is not None:\n        w.grad.zero_()\n", False),
        ("    if epoch % 4 == 3:\n        opt.step()\n        opt.zero_grad()\n", False),
        ("    if epoch == 0:\n        v = 0\n", False),
        ("    opt.zero_grad()\n    if epoch % 10 == 0:\n        print(epoch)\n", False),
    ],
)
def test_gradients_that_are_cleared_in_some_rounds(body: str, seldom: bool) -> None:
    """The round's number decides it, and the branch makes no step."""
    assert clears_seldom(loop(body + STEP)) is seldom


def test_a_counter_of_a_while_loop() -> None:
    """What the loop counts up is the round's number as well."""
    body = "    n += 1\n    if n % 3 == 0:\n        opt.zero_grad()\n"
    assert clears_seldom(loop(body + STEP, "while n < 9:\n"))


@pytest.mark.parametrize(
    ("body", "gathered"),
    [
        (
            "    loss.backward()\n    if epoch % 4 == 3:\n        opt.step()\n        opt.zero_grad()\n",
            True,
        ),
        ("    train(x)\n    if epoch % 4 == 0:\n        scheduler.step()\n", False),
        ("    loss.backward()\n    move()\n    if epoch % 4 == 0:\n        sched.step()\n", False),
        ("    w = moved(w)\n    if epoch % 4 == 0:\n        lr -= lr * decay\n", False),
        ("    if epoch % 2 == 0:\n        w -= lr * g\n    else:\n        b -= lr * h\n", False),
        ("    if epoch % 4 == 0:\n        print(w)\n    w -= lr * g\n", False),
        ("    if y[epoch] * p <= 0:\n        w += lr * g\n", False),
    ],
)
def test_steps_in_some_rounds(body: str, gathered: bool) -> None:
    """Every so many rounds one makes a step, and no statement makes one in all of them."""
    assert gathers(loop(body)) is gathered
