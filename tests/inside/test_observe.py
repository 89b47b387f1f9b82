"""Scenarios run on loaded names; what happens is written down."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from programs import asked

from grader.inside.observation import NUMERIC, Error, Leaf, Observation, Outcome, Scenario
from grader.inside.observe import insists_on_float32, run

RUNTIME = "RuntimeError: expected m1 and m2 to have the same dtype, but got: float != double"


def observe(scenario: Scenario, **space: Any) -> Observation:
    """Run a scenario on functions."""
    return run(space, {}, scenario, "program.py")


def lists(seen: Observation) -> dict[str, Any]:
    """Return the values of a call that returned, as lists."""
    assert seen.outcome is Outcome.RETURNED, str(seen.error)
    return {name: array.tolist() for name, array in seen.values.items()}


# ---- returns ----


def test_a_returned_value_has_the_tasks_name():
    """The name is the task's, or the one that the check gives the result."""
    assert lists(observe(asked("f", 2.0), f=lambda x: 2 * x)) == {"f": 4.0}
    assert lists(observe(asked("f", 2.0, result="loss"), f=lambda x: 2 * x)) == {"loss": 4.0}
    assert lists(observe(asked("f", 2.0, parts={"": ("dw", "db")}), f=lambda x: (x, 0))) == {
        "dw": 2.0,
        "db": 0,
    }


def test_names_of_the_scenario_come_first():
    """A scenario may ask for another function under the task's name, as a derived slip does."""
    scenario = asked("f", names={"f": "slip_0"})
    assert lists(observe(scenario, f=lambda: 1, slip_0=lambda: 2)) == {"f": 2}


def test_a_missing_task():
    """A program without the task has an outcome of its own."""
    seen = observe(asked("f"), g=1)
    assert (seen.outcome, str(seen.error)) == (Outcome.MISSING, "Missing: f")


def test_inputs_are_fresh_at_every_call():
    """A task that changes its argument does not change the next call's."""
    scenario = asked("f", np.zeros(2))

    def f(x: np.ndarray) -> np.ndarray:
        x += 1
        return x

    assert [lists(observe(scenario, f=f))["f"] for _ in range(2)] == [[1.0, 1.0], [1.0, 1.0]]


def test_luck_is_the_same_at_every_run():
    """Python's, NumPy's and torch's generators start from the scenario's seed."""
    import random

    def f() -> list[float]:
        return [random.random(), float(np.random.rand()), float(torch.rand(()))]

    one, again, other = (lists(observe(asked("f", seed=seed), f=f)) for seed in (1, 1, 2))
    assert one == again != other


# ---- single precision ----


def test_a_program_of_float_tensors_gets_float_inputs():
    """Where torch refuses to mix precisions, the call is repeated on float32."""
    weight = torch.ones(2, dtype=torch.float32)
    seen = observe(asked("f", Leaf(np.ones(2), requires_grad=False)), f=lambda x: weight @ x)
    assert seen.values["f"].dtype == np.float32


def test_a_program_that_fails_in_both_precisions():
    """The first fault is reported, that of double precision."""

    def f(x: Any) -> None:
        raise RuntimeError(f"expected Float but found Double: {x.dtype}")

    assert str(observe(asked("f", np.ones(1)), f=f).error).endswith("float64")


@pytest.mark.parametrize(
    ("message", "insists"),
    [
        (RUNTIME, True),
        ("RuntimeError: expected scalar type Double but found Float", True),
        ("ValueError: dtype Double Float", False),
        ("RuntimeError: shapes do not fit", False),
    ],
)
def test_what_insists_on_single_precision(message: str, insists: bool):
    """Only torch's own complaint about mixed types starts a second run."""
    kind, _, text = message.partition(": ")
    assert insists_on_float32(Error(kind, text)) is insists


# ---- gradients ----


def loss(w: Any, x: np.ndarray) -> float:
    """Return a loss with the gradient 2·w·sum(x²)."""
    return float(np.sum((w * x) ** 2))


def gradient_check(**rest: Any) -> Scenario:
    """Return a check of a gradient in w."""
    words: dict[str, Any] = {"of": "loss", "of_args": ("w", "x"), "wrt": ("w",)}
    return asked("f", 3.0, np.array([1.0, 2.0]), kind="gradients", labels=("w", "x"), **{**words, **rest})


def test_a_gradient_comes_with_central_differences():
    """The program's own loss is differenced beside the gradient, under an ungraded name."""
    values = lists(observe(gradient_check(), f=lambda w, x: 30.0, loss=loss))
    assert values == {"f": 30.0, f"{NUMERIC}w": pytest.approx(30.0, rel=1e-8)}


def test_every_coordinate_is_differenced():
    """An array's slopes have the array's shape."""
    scenario = asked(
        "f", np.ones((2, 3)), kind="gradients", labels=("w",), of="loss", of_args=("w",), wrt=("w",)
    )
    seen = observe(scenario, f=lambda w: 0.0, loss=lambda w: float(np.sum(np.arange(6).reshape(2, 3) * w)))
    np.testing.assert_allclose(seen.values[f"{NUMERIC}w"], np.arange(6).reshape(2, 3), atol=1e-9)


def test_a_tensor_loss_is_differenced():
    """A loss that returns a tensor is a number all the same."""
    values = lists(
        observe(
            gradient_check(), f=lambda w, x: 0.0, loss=lambda w, x: torch.tensor(w * 2.0, dtype=torch.float64)
        )
    )
    assert values[f"{NUMERIC}w"] == pytest.approx(2.0)


@pytest.mark.parametrize("broken", [None, lambda w, x: x, lambda w, x: 1 / 0])
def test_a_broken_loss_costs_the_gradient_nothing(broken: Any):
    """A loss that is missing, no number or raising leaves out the differences alone."""
    assert lists(observe(gradient_check(), f=lambda w, x: 1.0, loss=broken)) == {"f": 1.0}


# ---- state ----


def step_check(**rest: Any) -> Scenario:
    """Return a check of what a task does to two tensors."""
    leaves = [Leaf(np.array(1.0), np.array(2.0)), Leaf(np.array([1.0, 1.0]))]
    words: dict[str, Any] = {"parts": {"params": ("w", "b")}, "fields": ("value", "grad")}
    return asked("step", leaves, kind="state", labels=("params",), **{**words, **rest})


def test_state_is_looked_at_after_the_call():
    """What the task did to its arguments is observed, not what it returned."""

    def step(params: list[torch.Tensor]) -> str:
        with torch.no_grad():
            params[0] -= 0.5 * params[0].grad
        params[0].grad = None
        return "ignored"

    assert lists(observe(step_check(), step=step)) == {
        "w": 0.0,
        "w.grad": 0.0,
        "b": [1.0, 1.0],
        "b.grad": [0.0, 0.0],
    }


def test_the_tensors_handed_in_are_the_ones_looked_at():
    """Putting a new tensor into the list changes nothing."""

    def step(params: list[torch.Tensor]) -> None:
        params[0] = torch.tensor(9.0)

    assert lists(observe(step_check(), step=step))["w"] == 1.0


def test_a_training_also_returns_losses():
    """The returned history has its own name beside the parameters."""
    values = lists(observe(step_check(result="losses", fields=("value",)), step=lambda params: [3.0, 2.0]))
    assert values == {"w": 1.0, "b": [1.0, 1.0], "losses": [3.0, 2.0]}


def test_a_single_argument_is_a_list_of_one():
    """State of an argument that is no sequence is looked at under its one name."""
    scenario = asked(
        "f", np.zeros(2), kind="state", labels=("w",), parts={"w": ("weights",)}, fields=("value",)
    )

    def f(w: np.ndarray) -> None:
        w += 1

    assert lists(observe(scenario, f=f)) == {"weights": [1.0, 1.0]}


# ---- experiments ----

TEXT = """
def walk(program, rng, start):
    return {"end": program.step(start), "luck": rng.normal(size=2), "np": np.ones(1)}

experiment = walk
"""


def test_an_experiment_uses_the_program():
    """An experiment sees the program's names, a seeded generator and its inputs."""
    scenario = asked("step", 1.0, kind="experiment", text=TEXT, seed=7)
    values = lists(observe(scenario, step=lambda x: x + 1))
    assert values == {"end": 2.0, "luck": np.random.default_rng(7).normal(size=2).tolist(), "np": [1.0]}


def test_an_experiment_on_a_program_without_the_task():
    """What the experiment asks for in vain is missing."""
    assert observe(asked("step", 1.0, kind="experiment", text=TEXT)).outcome is Outcome.MISSING
