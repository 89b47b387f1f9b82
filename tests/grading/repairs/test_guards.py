"""No change is told to what is right: neither a condition nor a function that right tasks use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import ROOT

from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.keys.making import keymaker
from grader.pages import page
from grader.sandbox.client import Sandbox

FORWARD = """
import numpy as np


def forward(x, w):
    if np.ndim(x) == 0:
        return w * x
    return np.asarray(x) * w


def forward_with_bias(x, w, b):
    return w * x + b
"""

SOFTMAX = """
import numpy as np


def log_shares(row):
    row = row - row.max()
    return row - np.log(np.exp(row).sum())


def softmax(z):
    return np.exp(np.apply_along_axis(log_shares, 1, z))


def cross_entropy(z, y):
    rows = np.apply_along_axis(log_shares, 1, z)
    return -np.mean([row[int(label)] for row, label in zip(rows, y)])


def gradient(z, y):
    n, k = np.shape(z)
    return (softmax(z) - np.equal.outer(np.asarray(y), np.arange(k))) / n
"""

MOMENTUM = """
import numpy as np


def loss(w, c):
    return 0.5 * np.sum(c * w**2)


def slope(w, c):
    return c * w


def momentum_step(w, v, g, lr, beta):
    A = np.array([[1.0, -lr * beta, -lr], [0.0, beta, 1.0]])
    new_w, new_v = A @ np.stack([w, v, g])
    return new_w, new_v


def nesterov_step(w, v, g, lr, beta):
    _, new = momentum_step(w, v, g, lr, beta)
    return momentum_step(w, new, g, lr, beta)[0], new


def long_run_step(g, lr, beta):
    return lr * g / (1 - beta)
"""


@pytest.fixture
def found(sandbox: Sandbox) -> Callable[[str, str], Report]:
    """Return what grades a program of an exercise with a key of that exercise's page."""

    def report(exercise: str, text: str) -> Report:
        key = keymaker.make(
            page.read(ROOT / "solutions" / f"{exercise}.py"), sandbox, seed=1, with_mutants=False
        )
        return grade(Submission(key.id, "x.py", Program(text, filename="x.py"), "0" * 64), key, sandbox)

    return report


def test_a_condition_that_only_avoids_the_mistake(found: Callable[[str, str], Report]) -> None:
    """A right condition is not accused where its branch is wrong, even if nothing else can be said."""
    report = found("forward", FORWARD.replace("return w * x\n", "return x**w\n"))
    assert not report.passed
    assert "repair.condition" not in {one.id for one in report.diagnoses}


def test_a_function_that_a_right_task_uses(found: Callable[[str, str], Report]) -> None:
    """Of two mistakes none is looked for in a function without which another task would not be right."""
    wrong = SOFTMAX.replace("-np.mean", "np.mean").replace("int(label)]", "int(label) - 1]")
    messages = [str(one.message) for one in found("softmax_cross_entropy", wrong).diagnoses]
    assert len(messages) == 2
    assert not any(message.startswith("Line 7: ") for message in messages)


def test_one_mistake_in_a_function_that_a_right_task_uses(found: Callable[[str, str], Report]) -> None:
    """What spoils no right task may be told of a function of its own."""
    wrong = SOFTMAX.replace("- np.log(", "- 2 * np.log(")
    assert next(one.task for one in found("softmax_cross_entropy", wrong).diagnoses) == "softmax"


def test_a_task_that_calls_a_wrong_one(found: Callable[[str, str], Report]) -> None:
    """What comes of a listed mistake in a task of which the page does not call it is not called a mistake."""
    report = found("momentum", MOMENTUM.replace("-lr * beta, -lr]", "-lr, 0.0]"))
    assert [one.id for one in report.diagnoses] == ["old_velocity"]
