"""What a script needs and is not here is said, and is no fault of the script's."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.grading.scripts.looking import look
from grader.intake.scripts import parse
from grader.sandbox.client import Sandbox

TRAINING = "w = 0.0\nfor x, y in {data}:\n    loss = (w * x - y) ** 2\n    w -= 0.01 * 2 * x * (w * x - y)\n"

SURFACE = """
total = 0.0
for w in (0.0, 0.5, 1.0):
    for x, y in [(1.0, 2.0), (2.0, 4.0)]:
        total += (w * x - y) ** 2
"""


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("from course.load import *\n" + TRAINING.format(data="samples()"), "course"),
        ("import course\n" + TRAINING.format(data="course.samples"), "course"),
        ("from d2l import torch as d2l\n" + TRAINING.format(data="d2l.synthetic_data(1, 2, 3)"), "d2l"),
        ("import d2l\na, b = d2l.synthetic_data(1, 2)\n" + TRAINING.format(data="zip(a, b)"), "d2l"),
    ],
)
def test_a_package_is_missed_where_it_is_used(text: str, package: str, sandbox: Sandbox) -> None:
    """A name that ``import *`` would have given, samples to go over, and what a textbook's package makes."""
    seen = look(parse(text.encode(), Path("homework.py")), sandbox)
    assert (seen.verdict, seen.reason) == ("not_judged", "package")
    assert package in seen.message


def test_what_only_draws_is_not_missed(sandbox: Sandbox) -> None:
    """A textbook's package may be there for its figures alone."""
    text = "from d2l import torch as d2l\nd2l.set_figsize()\n" + TRAINING.format(
        data="[(1.0, 2.0), (2.0, 4.0)]"
    )
    seen = look(parse((text + "d2l.plt.show()\n").encode(), Path("homework.py")), sandbox)
    assert seen.verdict == "right", seen.message


def test_a_loop_that_only_adds_up_is_none(sandbox: Sandbox) -> None:
    """A surface of the loss moves no parameter, and nothing is said of one."""
    seen = look(parse(SURFACE.encode(), Path("homework.py")), sandbox)
    assert (seen.verdict, seen.reason) == ("not_judged", "no_loop")


def test_a_loss_that_hangs_on_no_parameter_moves_none(sandbox: Sandbox) -> None:
    """Gradients of the data are none of the model's."""
    text = """
import torch
x = torch.tensor([[1.0], [2.0]], requires_grad=True)
y = torch.tensor([[0.0], [1.0]], requires_grad=True)
model = torch.nn.Linear(1, 1)
criterion = torch.nn.BCELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for epoch in range(5):
    loss = criterion(torch.sigmoid(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
"""
    seen = look(parse(text.encode(), Path("homework.py")), sandbox)
    assert (seen.verdict, seen.reason) == ("wrong", "nothing_moves")
