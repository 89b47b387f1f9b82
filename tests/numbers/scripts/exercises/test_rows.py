"""A script's row: nothing is right of a parameter that the script may lack, or that was not judged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import ROOT

from grader.grading.scripts.saying import said
from grader.inside.observation import Observation, Program
from grader.numbers.scripts.exercises.checks import has_grown
from grader.numbers.scripts.exercises.rows import observe
from grader.pages import page
from grader.sandbox.client import Sandbox

ONE = """
w = 3.0
lr = 0.1
while abs(w) > 1e-3:
    loss = w ** 2
    w -= lr * 2 * w
"""
"""A right descent of no model."""

MOVED_AGAIN = """
import numpy as np
x = np.array([1.0, 2.0, 3.0])
y = np.array([3.0, 5.0, 7.5])
w, b, lr = 0.1, 0.2, 0.01
for i in range(200):
    p = w * x + b
    loss = np.mean((p - y) ** 2)
    w = w - lr * np.mean(2 * (p - y) * x * x)
    b = b - lr * np.mean(2 * (p - y))
    b = b * 0.9
"""
"""A wrong step beside one that is no step of gradient descent, nor surely a mistake."""


def row(id: str, text: str, sandbox: Sandbox) -> dict[str, Observation]:
    """Return what the checks of a page see of a script, by what they are of and the parameter."""
    scenarios = page.read(ROOT / "solutions" / f"{id}.py").scenarios(0)
    seen = observe(Program(text, filename="a.py"), scenarios, sandbox).row
    return {" ".join((asked.of, *asked.fields)): one for asked, one in zip(scenarios, seen, strict=True)}


@pytest.mark.parametrize(
    ("id", "unknown"),
    [
        ("homework_222", ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"]),
        ("homework_thermometer", ["w", "b"]),
        ("homework_quadratic", ["w1", "w2", "b"]),
        ("homework_linear", ["b"]),
    ],
)
def test_one_parameter_is_not_eight(id: str, unknown: Sequence[str], sandbox: Sandbox) -> None:
    """A script with fewer numbers than the asked model has no step of what it lacks, whatever its name."""
    seen = row(id, ONE, sandbox)
    assert seen["size"].values["right"]
    assert {seen[f"direction {name}"].kinds.get("sentence") for name in unknown} == {"whole.not_known"}


def test_what_was_not_judged_beside_a_mistake(sandbox: Sandbox) -> None:
    """A parameter that could not be judged stays open where another one is wrong, and so does clearing."""
    seen = row("homework_thermometer", MOVED_AGAIN, sandbox)
    assert not seen["direction w"].values["right"]
    assert seen["direction b"].kinds["sentence"] == "look.not_judged.moved_again"
    assert not seen["direction b"].values
    assert seen["size"].kinds["name"] == "w"
    assert not seen["cleared"].values


def test_a_loss_that_grows_is_told_by_its_means(sandbox: Sandbox) -> None:
    """Both numbers are means over a part of the training, and the sentence says so."""
    grows = ONE.replace("0.1", "1.01").replace("while abs(w) > 1e-3", "for i in range(100)")
    seen = row("homework_linear", grows, sandbox)["falls"]
    assert 9.0 < float(seen.kinds["first"]) < float(seen.kinds["last"])
    assert "on average it is" in str(said(seen, grows))


@pytest.mark.parametrize(
    ("first", "last", "usual", "grown"),
    [
        (2.0, 1.0, 2.0, False),
        (2.0, 2.3, 2.0, False),
        (2.0, 2.5, 2.0, True),
        (0.0, 1e-10, 0.0, False),
        (3e-7, 2e-6, 1e4, False),
        (3e-7, 2e-2, 1e4, True),
        (3e-7, 2e-6, 1e-6, True),
        (0.0, 5e-3, 0.0, True),
    ],
)
def test_rounding_at_the_optimum_is_no_growth(first: float, last: float, usual: float, grown: bool) -> None:
    """A start at the optimum wavers by a small share of what the loss is elsewhere."""
    assert has_grown(first, last, usual) is grown


LINE = """
x_data, y_data = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0]
w, lr = 1.0, 0.01
def forward(x):
    return w * x
for epoch in range(100):
    for x, y in zip(x_data, y_data):
        loss = (forward(x) - y) ** 2
        w -= lr * 2 * (forward(x) - y) * x
def predict(x):
    return PREDICTED
"""


@pytest.mark.parametrize("predicted", ["w * x", "round(w * x, 1)", "int(w * x > 3)"])
def test_a_prediction_is_the_output_or_made_of_it(predicted: str, sandbox: Sandbox) -> None:
    """A function may round the model's output, or say on which side of a threshold it is."""
    text = LINE.replace("forward", "output").replace("PREDICTED", predicted)
    assert row("homework_linear", text, sandbox)["predicts"].values["right"]


def test_a_prediction_without_its_input_is_off(sandbox: Sandbox) -> None:
    """A function that gives something else than the trained model is shown both numbers."""
    text = LINE.replace("forward", "output").replace("PREDICTED", "w + x")
    seen = row("homework_linear", text, sandbox)["predicts"]
    assert not seen.values["right"]
    assert "your `predict` gives 3 for sample 1" in str(said(seen, text))


def test_without_a_function_no_prediction_is_judged(sandbox: Sandbox) -> None:
    """A script that has no such function, or one that asks for its parameters, loses nothing."""
    text = LINE.replace("forward", "output").replace("predict(x)", "predict(w, x)").replace("PREDICTED", "x")
    assert row("homework_linear", text, sandbox)["predicts"].kinds["sentence"] == "whole.predicts.unknown"


SHORT = """
x, y, w = [1, 2, 3], [2, 4, 6], 1.0
for epoch in range({epochs}):
    for a, b in zip(x, y):
        loss = (w * a - b) ** 2
        w -= {rate} * 2 * a * (w * a - b)
"""
"""Its last sample costs nine times its first."""


@pytest.mark.parametrize(
    ("epochs", "rate", "told"),
    [
        (3, 0.001, ""),
        (3, 0.3, "whole.grows"),
        (12, 0.3, "whole.grows"),
        (1, 0.001, "whole.falls.unknown"),
    ],
)
def test_a_loss_falls_from_walk_to_walk(epochs: int, rate: float, told: str, sandbox: Sandbox) -> None:
    """Not from sample to sample: these are of different size. One walk alone tells nothing."""
    seen = row("homework_linear", SHORT.format(epochs=epochs, rate=rate), sandbox)["falls"]
    assert seen.kinds.get("sentence", "") == told
