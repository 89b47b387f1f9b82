"""Steps beside slopes: which losses may call a step wrong, and which are only there for show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from grader.numbers.scripts.evidence.records import Evidence, Loss, Parameter
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging.excuses import (
    at_one_rate,
    is_detached,
    returns_early,
    unless_ahead,
    unless_coordinates,
    unless_detached,
    unless_unnamed,
)
from grader.numbers.scripts.judging.judging import judge
from grader.numbers.scripts.judging.lengths import is_for_show
from grader.numbers.scripts.judging.scaling import all_along, is_of_signs, unless_clipped, unless_second_order

DRAWS = 4
RNG = np.random.default_rng(3)


def parameter(name: str, step: np.ndarray, slopes: list[np.ndarray], rate: float = 0.1) -> Parameter:
    """Return a single number's evidence: its steps, and the slopes of every loss at each draw."""
    slope = np.stack(slopes, axis=1)[:, :, None]
    return Parameter(
        name=name,
        shape=(1,),
        lines=(3,),
        start=RNG.normal(size=(DRAWS, 1)),
        whole=RNG.normal(size=(DRAWS, 1)),
        step=step[:, None],
        slope=slope,
        error=np.zeros_like(slope),
        directions=np.eye(1),
        second_step=np.zeros((0, 1)),
        second_slope=np.zeros((0, len(slopes), 1)),
        rates={"lr": np.full(DRAWS, rate)},
    )


def evidence(parameters: list[Parameter], losses: list[Loss], **more: Any) -> Evidence:
    """Return evidence of a loop over four items."""
    return Evidence(
        parameters=tuple(parameters),
        losses=tuple(losses),
        values=RNG.uniform(1, 2, (DRAWS, len(losses))),
        items=(0, 1, 2, 3),
        sizes=(5,),
        memory=(),
        unmoved={},
        optimiser="",
        single=False,
        differenced=False,
        loop=(2, 4),
        place=0,
        data={},
        parts={},
        **more,
    )


def loss(how: str, name: str) -> Loss:
    """Return a loss that follows the round's data."""
    return Loss(how, name, 1, True, False)


SQUARE = loss("squared", "p - y")

SLOPE, OTHER = RNG.normal(size=(2, DRAWS))


def test_steps_along_the_slope_are_right() -> None:
    """Each is the rate times the slope of the loss."""
    found = evidence([parameter("w", 0.1 * SLOPE, [SLOPE])], [loss("name", "loss")])
    assert judge(found).verdict == "right"


def test_a_value_without_a_losss_name_calls_nothing_wrong() -> None:
    """The sum of a neuron depends on the weights, too, and no step follows it."""
    found = evidence([parameter("w", 0.1 * OTHER, [SLOPE])], [loss("name", "net")])
    assert judge(found).verdict == "not_judged"


def test_a_rate_of_its_own_is_no_mistake() -> None:
    """Two parameters move by two rates that both stand in the file."""
    ones = [parameter("w", 0.1 * SLOPE, [SLOPE]), parameter("b", 0.5 * OTHER, [OTHER], rate=0.5)]
    assert judge(evidence(ones, [loss("name", "loss")])).verdict == "right"


def test_a_guess_has_to_depend_on_all_that_moves() -> None:
    """A difference without b explains no step of b."""
    ones = [parameter("w", 0.1 * SLOPE, [SLOPE]), parameter("b", 0.1 * OTHER, [np.zeros(DRAWS)])]
    assert judge(evidence(ones, [loss("squared", "w * x - y")])).verdict != "right"


@pytest.mark.parametrize(
    ("how", "name", "mistake", "expected"),
    [
        ("name", "loss", "half", False),
        ("name", "mse", "half", True),
        ("name", "total_loss", "averaged_twice", True),
        ("name", "total_loss", "summed", False),
        ("name", "loss", "summed", False),
        ("local", "error", "half", True),
    ],
)
def test_some_measures_are_only_shown(how: str, name: str, mistake: str, expected: bool) -> None:
    """A total is shown where the mean is trained for; a loss by that name is what counts."""
    assert is_for_show(loss(how, name), mistake) is expected


def test_a_loss_of_every_hundredth_round_is_for_show() -> None:
    """Its constant is not held against a step."""
    assert is_for_show(replace(loss("name", "loss"), occasional=True), "half")


def test_a_guess_that_nothing_fits_needs_a_named_mistake() -> None:
    """Perhaps the script trains for another loss, which it never shows."""
    found = evidence([parameter("w", OTHER, [SLOPE])], [loss("squared", "p - y")])
    wrong = judge(evidence([parameter("w", OTHER, [SLOPE])], [loss("name", "loss")]))
    assert wrong.verdict == "wrong"
    assert unless_unnamed(found, wrong).verdict == "not_judged"
    named = replace(wrong, parameters=tuple(replace(one, mistake="only_last") for one in wrong.parameters))
    assert unless_unnamed(found, named) == named


def test_normalised_steps_are_along_the_slopes() -> None:
    """Their common length changes from draw to draw; that is no mistake where the text divides by it."""
    length = np.array([1.0, 2.0, 0.5, 3.0])
    ones = [parameter("w", length * SLOPE, [SLOPE]), parameter("b", length * OTHER, [OTHER])]
    found = evidence(ones, [loss("name", "loss")])
    assert all_along(found, 0)
    judged = Judgement("wrong", "direction", 0)
    assert unless_clipped(found, judged, "g / np.linalg.norm(g)").verdict == "not_judged"
    assert unless_clipped(found, judged, "w -= lr * g").verdict == "wrong"


@pytest.mark.parametrize(("rate", "expected"), [(0.1, True), (0.5, False)])
def test_one_rate_may_stand_in_all_steps(rate: float, expected: bool) -> None:
    """By name and by value."""
    ones = [parameter("w", SLOPE, [SLOPE]), parameter("b", OTHER, [OTHER], rate)]
    assert at_one_rate(evidence(ones, [loss("squared", "p - y")])) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(xs):\n    s = 0\n    for x in xs:\n        s += x\n        return s", True),
        ("def f(xs):\n    s = 0\n    for x in xs:\n        s += x\n    return s", False),
        ("def f(xs):\n    for x in xs:\n        return x", False),
    ],
)
def test_a_sum_that_returns_in_its_first_round_is_seen(text: str, expected: bool) -> None:
    """Taking the first of a series is no such sum."""
    assert returns_early(text) is expected


# ---- several losses, states, projections ---------------------------------------------------------


def test_each_parameter_has_its_own_loss() -> None:
    """Neither loss depends on the other's parameter."""
    zero = np.zeros(DRAWS)
    ones = [parameter("w", 0.1 * SLOPE, [SLOPE, zero]), parameter("v", 0.1 * OTHER, [zero, OTHER])]
    judged = judge(evidence(ones, [loss("name", "loss_w"), loss("name", "loss_v")]))
    assert (judged.verdict, judged.reason) == ("right", "several")
    assert [one.loss for one in judged.parameters] == [0, 1]


def test_a_parameter_on_which_no_loss_depends_is_not_judged() -> None:
    """It is never said that its step follows a slope."""
    zero = np.zeros(DRAWS)
    ones = [parameter("w", 0.1 * SLOPE, [SLOPE]), parameter("v", 0.1 * OTHER, [zero])]
    judged = judge(evidence(ones, [loss("name", "loss")]))
    assert (judged.verdict, judged.reason) == ("not_judged", "apart")


def test_a_loss_of_its_own_step_calls_no_other_step_wrong() -> None:
    """Of two values that backward is called on, each before a step, a step may belong to either."""
    ones = [parameter("w", 0.1 * SLOPE, [SLOPE, OTHER]), parameter("v", SLOPE, [OTHER, OTHER])]
    judged = judge(evidence(ones, [loss("backward", "1"), loss("backward", "2")]))
    assert (judged.verdict, judged.reason) == ("not_judged", "several")


def test_a_step_that_is_changed_again_is_not_judged() -> None:
    """A projection follows a step along the slope."""
    one = replace(parameter("w", OTHER, [SLOPE]), first_step=0.1 * SLOPE[:, None])
    judged = judge(evidence([one], [loss("name", "loss")]))
    assert (judged.verdict, judged.reason) == ("not_judged", "moved_again")


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("w = w - lr * gw()", "wrong", "late"),
        ("# coordinate descent", "not_judged", "coordinate"),
        ("# 坐标下降", "not_judged", "coordinate"),
    ],
)
def test_a_step_after_another_one_is_late(text: str, verdict: str, reason: str) -> None:
    """With the other parameter held it follows its slope; in coordinate descent that is meant."""
    late = replace(parameter("b", 0.1 * OTHER, [SLOPE]), held_step=0.1 * SLOPE[:, None])
    judged = judge(evidence([parameter("w", 0.1 * OTHER, [OTHER]), late], [loss("name", "loss")]))
    judged = unless_coordinates(judged, text)
    assert (judged.verdict, judged.reason) == (verdict, reason)


def test_a_length_is_not_told_of_what_was_not_seen() -> None:
    """A parameter whose slope never shows takes no part in steps that are too long."""
    zero = np.zeros(DRAWS)
    rates = {"lr": np.full(DRAWS, 0.1)}
    ones = [replace(parameter("w", 0.2 * SLOPE, [SLOPE]), rates=rates), parameter("v", zero, [zero])]
    judged = judge(evidence(ones, [loss("name", "loss")]))
    assert judged.verdict == "constant"
    assert [one.verdict for one in judged.parameters] == ["constant", "right"]


@pytest.mark.parametrize(("empty", "reason"), [(True, "direction"), (False, "memory")])
def test_a_first_step_holds_nothing_of_what_begins_empty(empty: bool, reason: str) -> None:
    """A velocity of 0 leaves a wrong step wrong, where another one shows that it fits the loss."""
    ones = [parameter("w", 0.1 * SLOPE, [SLOPE]), parameter("b", OTHER, [SLOPE])]
    found = evidence(ones, [loss("name", "loss")], empty=empty)
    assert judge(replace(found, memory=("v",))).reason == reason


def test_a_penalty_makes_no_second_loss() -> None:
    """What follows both losses says that one is the other and more; the rest is off it."""
    ones = [
        parameter("W", 0.1 * SLOPE, [SLOPE, OTHER]),
        parameter("W2", 0.1 * OTHER, [SLOPE, OTHER]),
        parameter("b", 0.1 * OTHER, [OTHER, OTHER]),
    ]
    judged = judge(evidence(ones, [loss("name", "loss"), loss("name", "data_loss")]))
    assert (judged.verdict, judged.reason) == ("wrong", "direction")


def test_a_loss_below_zero_is_no_squared_error() -> None:
    """The steps follow the square of the difference that the script forgot to square."""
    found = evidence([parameter("w", 0.1 * SLOPE, [OTHER, SLOPE])], [loss("call", "loss()"), SQUARE])
    below = replace(found, values=found.values * [-1, 1])
    assert [judge(one).verdict for one in (found, below)] == ["not_judged", "wrong"]


def test_a_momentum_keeps_the_length_of_its_steps() -> None:
    """They are five times too long, and a share of the step before comes on top."""
    one = replace(two_rounds(0.5 * OTHER + 0.9 * 0.5 * SLOPE, 0.1), step=0.5 * SLOPE[:, None])
    judged = judge(replace(evidence([one], [loss("name", "loss")]), memory=("v",)))
    assert (judged.verdict, judged.reason) == ("constant", "summed")


def two_rounds(second: np.ndarray, rate: float = 0.1) -> Parameter:
    """Return a parameter whose first step is right, with its second one."""
    one = parameter("w", rate * SLOPE, [SLOPE], rate)
    return replace(one, second_step=second[:2, None], second_slope=OTHER[:2, None, None])


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (0.1 * OTHER, "right"),
        (0.1 * OTHER + 0.9 * 0.1 * SLOPE, "momentum"),
        (0.1 * OTHER - 0.9 * 0.1 * SLOPE, "memory"),
        (0.1 * OTHER + 0.1 * SLOPE, "not_cleared"),
    ],
)
def test_a_second_round_shows_what_is_carried(second: np.ndarray, reason: str) -> None:
    """Nothing, a share of the step before, a share with the wrong sign, or the whole slope."""
    found = replace(evidence([two_rounds(second)], [loss("name", "loss")]), memory=("v",))
    assert judge(found).reason == reason


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ([0.1 * OTHER[0], 0.1 * OTHER[1] + 0.1 * SLOPE[1]], "not_always_cleared"),
        ([0.1 * OTHER[0], 0.1 * OTHER[1]], "right"),
    ],
)
def test_gradients_cleared_in_some_rounds_only(second: list[float], reason: str) -> None:
    """One round whose step holds the slope of the round before is enough; each is held to its own."""
    found = replace(evidence([two_rounds(np.array(second))], [loss("name", "loss")]), seldom=True)
    assert judge(found).reason == reason


def test_two_rates_do_not_hide_gradients_that_are_never_cleared() -> None:
    """Each parameter's second step is held against its own rate."""
    slow = two_rounds(0.1 * (OTHER + SLOPE))
    fast = replace(two_rounds(0.2 * (OTHER + SLOPE), 0.2), name="b")
    judged = judge(evidence([slow, fast], [loss("name", "loss")]))
    assert judged.reason == "not_cleared"


@pytest.mark.parametrize(
    ("more", "text", "reason"),
    [
        ({"chosen": True}, "", "chosen"),
        ({"stateful": True}, "", "stateful"),
        ({}, "w = max(w - lr * g, 0)", "direction"),
    ],
)
def test_what_need_not_follow_the_slope_is_not_called_wrong(
    more: dict[str, Any], text: str, reason: str
) -> None:
    """One entry of a table, a state, and nothing of the kind."""
    found = evidence([parameter("w", OTHER, [SLOPE])], [loss("name", "loss")], **more)
    judged = unless_detached(found, judge(found), text)
    assert judged.reason == reason


def test_a_target_that_moves_is_no_mistake() -> None:
    """Both sides of the difference that makes up the loss depend on the parameters."""
    both = replace(loss("squared", "r + v2 - v"), follows_itself=True)
    found = evidence([parameter("w", OTHER, [SLOPE, SLOPE])], [loss("name", "loss"), both])
    values = np.repeat(found.values[:, :1], 2, axis=1)
    found = replace(found, values=values)
    assert unless_detached(found, judge(found), "").reason == "target"


def test_a_step_that_is_kept_in_bounds_is_not_judged() -> None:
    """The line that makes it says so."""
    found = evidence([parameter("w", OTHER, [SLOPE])], [loss("name", "loss")])
    assert unless_clipped(found, judge(found), "\n\nw = max(w - lr * g, 0)").reason == "clipped"
    assert unless_clipped(found, judge(found), "\n\nw = w - lr * g").verdict == "wrong"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t = r + f(s).detach()", True),
        ("with torch.no_grad():\n    t = r + f(s)", True),
        ("with torch.no_grad():\n    w -= lr * w.grad", False),
        ("with torch.no_grad():\n    w = w - lr * f(w.grad)", False),
    ],
)
def test_a_target_that_is_held_fixed_is_seen(text: str, expected: bool) -> None:
    """A step by hand is none."""
    assert is_detached(text) is expected


@pytest.mark.parametrize(
    ("shares", "reason"), [((1.0, 0.9, 1.0, 0.9), "stateful"), ((1.0, 0.6, 1.0, 1.0), "direction")]
)
def test_a_rule_that_looks_ahead_is_not_judged(shares: tuple[float, ...], reason: str) -> None:
    """Each velocity has the slopes of its parameter times one share; two weights of one sample may, too."""
    slopes = [share * slope for share, slope in zip(shares, (SLOPE, SLOPE, OTHER, OTHER**2), strict=True)]
    slopes = [*slopes[:3], shares[3] * OTHER] if shares[3] < 1 else slopes
    ones = [parameter(f"p{place}", RNG.normal(size=DRAWS), [slope]) for place, slope in enumerate(slopes)]
    found = evidence(ones, [loss("name", "loss")])
    assert unless_ahead(found, judge(found)).reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n\nw -= lr * g / curvature(w)", "second_order"),
        ("\nH = h(w)\nw -= np.linalg.solve(H, g)", "second_order"),
        ("# Newton's method\n\nw -= s", "second_order"),
        ("v = np.linalg.inv(A) @ b\n\nw -= lr * g / len(x)", "direction"),
        ("\n\nw -= lr * g / np.sqrt(len(x))", "direction"),
    ],
)
def test_a_step_that_second_derivatives_shape_is_no_mistake(text: str, reason: str) -> None:
    """Outside of the loop, equations may be solved for comparison."""
    found = evidence([parameter("w", OTHER, [SLOPE])], [loss("name", "loss")])
    wrong = Judgement("wrong", "direction", 0)
    assert unless_second_order(found, wrong, text).reason == reason


def test_steps_by_the_signs_of_slopes_are_scaled() -> None:
    """All have one length, and go down; a perceptron's, by a guessed loss, are its own."""
    signs = parameter("w", 0.1 * np.sign(SLOPE), [SLOPE])
    more = replace(signs, name="v")
    assert is_of_signs(evidence([signs, more], [loss("name", "loss")]), 0)
    assert not is_of_signs(evidence([signs, more], [loss("threshold", "y - p")]), 0)
    assert not is_of_signs(evidence([signs, parameter("v", SLOPE, [SLOPE])], [loss("name", "loss")]), 0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("w = soft(w - lr * g, lam)", "clipped"),
        ("w *= np.exp(-lr * g)", "clipped"),
        ("w = w * np.exp(-lr * g)", "clipped"),
        ("w = np.array(w - lr * g)", "direction"),
        ("w -= lr * (1 / (1 + np.exp(-z)) - y) * x", "direction"),
    ],
)
def test_a_step_that_is_made_something_else_is_no_mistake(line: str, reason: str) -> None:
    """A function takes the step, or the parameter is multiplied; in an array it is only put."""
    found = evidence([parameter("w", OTHER, [SLOPE])], [loss("name", "loss")])
    wrong = Judgement("wrong", "direction", 0, "", 1.0, (Found("wrong", "direction"),))
    assert unless_clipped(found, wrong, f"x = 1\n\n{line}").reason == reason
