"""What a page says with the author's words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader import author
from grader.author import (
    alternative,
    draw,
    gradients,
    integers,
    leaf,
    misconception,
    normal,
    returns,
    scenario,
    signed,
    state_after,
    task,
    tensor,
    trains_to,
    twins,
    uniform,
)
from grader.inside.observation import Leaf
from grader.pages.check import Check, Draw


@task
def slope(w: float, x: Any, y: Any = 0.0) -> float:
    """Return a slope."""
    return w


def loss(w: float, x: Any) -> float:
    """Return a loss."""
    return w


class Value:
    """A class with a task."""

    def double(self) -> None:
        """Do something."""


def test_everything_an_author_may_use_is_listed():
    """The list of names is what the module offers, and in order."""
    assert sorted(author.__all__) == author.__all__
    assert all(hasattr(author, name) for name in author.__all__)


# ---- marks ----


def test_a_task_stays_a_function():
    """Pages can call their own tasks."""
    assert slope(2.0, 0) == 2.0


def test_marks_name_what_they_replace():
    """Targets are functions, methods or dotted names; what students read is the docstring."""

    @misconception(slope, Value.double, "Value.triple")
    def two_in_one(w: float) -> float:
        """Say this."""
        return w

    assert two_in_one.targets == ("slope", "Value.double", "Value.triple")
    assert (two_in_one.right, two_in_one.title, two_in_one.text) == (False, "", "Say this.")


def test_an_alternative_is_right():
    """Another right definition, with a title of its own."""
    mark = alternative(slope, title="With a loop")(slope)
    assert (mark.right, mark.title, mark.definition) == (True, "With a loop", slope)


# ---- inputs ----


def drawn(value: Any) -> Any:
    """Take a draw."""
    assert isinstance(value, Draw)
    taken = value.take(np.random.default_rng(0))
    return drawn(taken) if isinstance(taken, Draw) else taken


def test_a_leaf_is_double():
    """Numbers and lists become float64 arrays, and a buffer takes the value's shape."""
    made = leaf([1, 2], grad=3)
    assert isinstance(made, Leaf)
    assert made.grad is not None
    assert (made.value.dtype, made.value.tolist(), made.grad.tolist()) == (np.float64, [1, 2], [3, 3])
    assert made.requires_grad


def test_data_requires_no_grad():
    """A tensor of data has no buffer."""
    made = tensor(1.0)
    assert isinstance(made, Leaf)
    assert (made.requires_grad, made.grad) == (False, None)


def test_a_buffer_of_another_shape_is_refused():
    """A buffer that does not fit its tensor is the author's mistake, said at once."""
    with pytest.raises(ValueError, match="broadcast"):
        leaf(1.0, grad=[1.0, 2.0])


def test_a_leaf_may_be_drawn():
    """Value, buffer or both may be draws."""
    made = drawn(leaf(normal(size=2), grad=uniform(1, 2, 2)))
    assert made.value.shape == made.grad.shape == (2,)


def test_draws_keep_their_promises():
    """Each draw gives numbers of its kind, one where no size is given."""
    assert 2 <= drawn(uniform(2, 3)) < 3
    assert drawn(uniform(2, 3, (2, 2))).shape == (2, 2)
    assert isinstance(drawn(normal()), float)
    assert abs(drawn(normal(100.0, 0.1)) - 100) < 1
    whole = drawn(integers(1, 4, 50))
    assert whole.dtype == np.float64
    assert set(whole.tolist()) == {1.0, 2.0, 3.0}
    assert isinstance(drawn(integers(1, 4)), float)
    assert drawn(draw(lambda rng: "anything")) == "anything"


def test_whole_numbers_need_room() -> None:
    """The upper end is left out, so that equal ends leave nothing; the page's line is named at once."""
    with pytest.raises(TypeError, match="nothing to draw from"):
        integers(4, 4)


# ---- kinds of check ----


def test_returns_binds_by_position_and_name():
    """Inputs are matched with the task's parameters, and defaults fill the rest."""
    check = returns(slope, 1.0, x=2.0, title="t", names=["dw", "db"], points=3, public=True, uses=[loss])
    assert (check.kind, check.task, check.labels) == ("returns", "slope", ("w", "x", "y"))
    assert check.inputs == {"w": 1.0, "x": 2.0, "y": 0.0}
    assert check.parts == {"": ("dw", "db")}
    assert (check.points, check.public, check.uses) == (3, True, ("loss",))


@pytest.mark.parametrize("inputs", [{"w": 1.0}, {"w": 1.0, "x": 2.0, "z": 3.0}])
def test_inputs_must_fit_the_task(inputs: dict[str, float]):
    """A missing and an unknown input are refused where the check is written."""
    with pytest.raises(TypeError):
        returns(slope, title="t", **inputs)


def test_inputs_may_come_from_a_function():
    """What a function draws later need not be given."""
    assert returns(slope, title="t", inputs=lambda rng: {"w": 1.0, "x": 2.0}).inputs == {"y": 0.0}


def crowd(points, title):
    """Return something of parameters that are called like words of a check."""
    return points, title


def test_a_parameter_may_be_called_like_a_word_of_checks():
    """Such inputs are given in a dictionary, beside the words."""
    check = returns(crowd, title="t", points=3, inputs={"points": [1.0], "title": "x"})
    assert (check.title, check.points, check.inputs) == ("t", 3, {"points": [1.0], "title": "x"})


def test_twins_take_a_parameter_that_is_called_like_a_word():
    """What one of the two is given by name is an input."""
    given = ("a", {"points": 1.0, "title": "x"}), ("b", {"points": 2.0, "title": "y"})
    assert [check.inputs["points"] for check in twins(returns, crowd, *given, points=3)] == [1.0, 2.0]


def test_an_input_that_was_taken_for_a_word_is_named():
    """The remedy is said where the input is missing."""
    with pytest.raises(TypeError, match="give the input as inputs="):
        returns(crowd, title="t", points=3)


def test_gradients_know_their_loss():
    """The loss is called with its own arguments, and differenced in those that count."""
    check = gradients(slope, of=loss, wrt="w", w=1.0, x=2.0, title="t")
    assert (check.kind, check.of, check.of_args, check.wrt) == ("gradients", "loss", ("w", "x"), ("w",))
    assert gradients(slope, of=loss, wrt=["w", "x"], w=1.0, x=2.0, title="t").wrt == ("w", "x")


def test_state_looks_at_everything_of_a_tensor():
    """Value, buffer and both flags of every named item."""
    check = state_after(slope, [leaf(1.0)], 2.0, names={"w": ["a"]}, title="t")
    assert (check.kind, check.parts) == ("state", {"w": ("a",)})
    assert check.fields == ("value", "grad", "requires_grad", "is_leaf")


def test_a_training_is_a_state_with_losses():
    """The losses have a name, and are the curve to draw."""
    check = trains_to(slope, [leaf(1.0)], 2.0, names={"w": ["a"]}, title="t")
    assert (check.kind, check.fields, check.result, check.curve) == ("state", ("value",), "losses", "losses")


def test_a_scenario_is_a_function_of_the_program():
    """Its further parameters are its inputs; further tasks are those it uses."""

    @scenario(slope, loss, a=1.0, b=normal(), title="t", public=True, curve="losses")
    def walk(program: Any, rng: Any, a: float, b: float) -> dict[str, float]:
        return {}

    assert isinstance(walk, Check)
    assert (walk.kind, walk.task, walk.labels) == ("experiment", "slope", ("a", "b"))
    assert (walk.uses, walk.curve, walk.public) == (("loss",), "losses", True)
    assert walk.inputs["a"] == 1.0


def test_a_scenario_on_a_method():
    """A task that is a method is named by class and method."""
    assert scenario(Value.double, title="t")(lambda program, rng: {}).task == "Value.double"


def test_signed_numbers_have_both_signs_and_are_away_from_zero() -> None:
    """As many below zero as above, in any shape."""
    made = drawn(signed(1, 2, (3, 4)))
    assert made.shape == (3, 4)
    assert np.sum(made > 0) == np.sum(made < 0) == 6
    assert np.all((np.abs(made) >= 1) & (np.abs(made) <= 2))
