"""A wrong number is recognised by how it relates to the right one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from programs import asked

from grader.inside.observation import Leaf
from grader.numbers.relations.case import Case, arrays, befores, quantities
from grader.numbers.relations.forms import orders
from grader.numbers.relations.search import find
from grader.words.catalogue import sentences

RIGHT = (np.array([1.2, -3.4, 5.6]), np.array([-0.7, 2.5, 0.9]))
TABLES = (np.array([[1.2, -3.4, 0.5], [5.6, 7.8, 0.1]]), np.array([[-0.7, 2.5, 1.1], [0.9, 3.1, 2.2]]))
NUMBERS = (1.7, -2.9)


def cases(
    got: Callable[[Any], Any],
    right: Sequence[Any] = RIGHT,
    before: Any = None,
    quantities: Sequence[Mapping[str, float]] = ({}, {}),
    arrays: Sequence[Mapping[str, Any]] = ({}, {}),
) -> list[Case]:
    """Return two cases in which ``got`` turns the right value into the student's."""
    return [
        Case(
            "f",
            np.asarray(got(np.asarray(expected))),
            np.asarray(expected),
            None if before is None else np.asarray(before),
            known,
            {name: np.asarray(array, dtype=float) for name, array in given.items()},
        )
        for expected, known, given in zip(right, quantities, arrays, strict=True)
    ]


def named(found: list[Case]) -> tuple[str, dict[str, str]]:
    """Return the sentence that explains the cases and its words, empty where nothing does."""
    how = find(found)
    return (how.sentence.removeprefix("relation."), dict(how.words)) if how else ("", {})


@pytest.mark.parametrize(
    ("got", "right", "sentence", "words"),
    [
        (lambda e: 2 * e, RIGHT, "scaled", {"factor": "2"}),
        (lambda e: e / 2, RIGHT, "scaled", {"factor": "½"}),
        (lambda e: -e, RIGHT, "sign", {}),
        (lambda e: np.log(10) * e, RIGHT, "scaled", {"factor": "ln 10"}),
        (lambda e: 7.25 * e, RIGHT, "scaled", {"factor": "7.25"}),
        (lambda e: e.T, TABLES, "transposed", {}),
        (lambda e: e.sum(), RIGHT, "summed", {}),
        (lambda e: e.mean(), RIGHT, "averaged", {}),
        (lambda e: e[0], RIGHT, "first_only", {}),
        (lambda e: e[-1], RIGHT, "last_only", {}),
        (lambda e: e[::-1], RIGHT, "reversed", {}),
        (np.cumsum, RIGHT, "cumulated", {}),
        (lambda e: e[1:], RIGHT, "one_short", {}),
        (lambda e: e[:-1], RIGHT, "one_short", {}),
        (lambda e: np.append(e, 9.0), RIGHT, "one_more", {}),
        (lambda e: np.append(9.0, e), RIGHT, "one_more", {}),
        (np.ravel, TABLES, "flattened", {}),
        (lambda e: e.reshape(-1, 1), RIGHT, "column", {}),
        (lambda e: e.reshape(1), NUMBERS, "boxed", {}),
        (lambda e: e + np.array([-1, 1]), NUMBERS, "not_averaged", {}),
        (lambda e: e / 2 + np.array([-1, 1]), NUMBERS, "not_summed", {}),
        (lambda e: np.append(e[1:], 9.0), RIGHT, "late", {}),
        (lambda e: np.append(9.0, e[:-1]), RIGHT, "early", {}),
        (lambda e: np.outer(e, e + 1), RIGHT, "broadcast", {}),
        (np.square, RIGHT, "square", {}),
        (np.abs, RIGHT, "absolute", {}),
        (np.reciprocal, RIGHT, "inverse", {}),
        (np.exp, RIGHT, "exp", {}),
        (np.sqrt, tuple(map(np.abs, RIGHT)), "root", {}),
        (np.log, tuple(map(np.abs, RIGHT)), "log", {}),
        (lambda e: np.maximum(e, 0), RIGHT, "clamped", {}),
        (np.round, RIGHT, "rounded", {}),
        (np.trunc, RIGHT, "truncated", {}),
        (lambda e: 1 / (1 + np.exp(-e)), RIGHT, "sigmoid", {}),
        (np.tanh, RIGHT, "tanh", {}),
        (lambda e: e + 0.75, RIGHT, "offset", {"number": "+0.75"}),
        (lambda e: e * 0 + 4, RIGHT, "constant", {"number": "4"}),
        (lambda e: e * (1 + 1e-3 * np.sin(e)), RIGHT, "approximate", {}),
    ],
)
def test_a_relation_to_the_right_numbers(
    got: Callable[[Any], Any], right: Sequence[Any], sentence: str, words: dict[str, str]
):
    """What turns the right numbers into the student's in every check is named, in the simplest words."""
    assert named(cases(got, right)) == (sentence, words)
    assert f"relation.{sentence}.title" in sentences()


@pytest.mark.parametrize(
    ("factor", "name"),
    [
        (lambda n, lr: n, "n"),
        (lambda n, lr: 1 / n, "1/n"),
        (lambda n, lr: lr, "lr"),
        (lambda n, lr: 2 * lr, "2·lr"),
        (lambda n, lr: 2 / n, "2/n"),
        (lambda n, lr: n / 5, "n/5"),
    ],
)
def test_a_factor_that_the_checks_know(factor: Callable[[float, float], float], name: str):
    """A factor that differs from check to check is named by the quantity that it is."""
    known = ({"n": 7.0, "lr": 0.3}, {"n": 13.0, "lr": 0.07})
    wrong = iter([factor(**one) for one in known])
    assert named(cases(lambda e: next(wrong) * e, quantities=known)) == ("scaled", {"factor": name})


@pytest.mark.parametrize(
    ("got", "sentence"),
    [
        (lambda e, x: x, "input"),
        (lambda e, x: e + x, "plus"),
        (lambda e, x: e - x, "minus"),
        (lambda e, x: e - 2 * x, "minus_twice"),
    ],
)
def test_a_relation_to_an_input(got: Callable[[Any, Any], Any], sentence: str):
    """An input that comes back, or is added or left out, is named."""
    given = ({"x": [0.3, 0.4, 1.5]}, {"x": [2.6, -1.7, 0.8]})
    inputs = iter([np.array(one["x"]) for one in given])
    assert named(cases(lambda e: got(e, next(inputs)), arrays=given)) == (sentence, {"input": "x"})


def test_a_function_of_one_input_alone():
    """A well-known function of an input that has little to do with the right numbers is named."""
    given = ({"x": [0.3, 0.4, 1.5]}, {"x": [2.6, -1.7, 0.8]})
    inputs = iter([np.array(one["x"]) for one in given])
    words = {"function": "the hyperbolic tangent", "input": "x"}
    assert named(cases(lambda e: np.tanh(next(inputs)), arrays=given)) == ("function_of_input", words)


def test_an_input_that_has_no_part():
    """A number that would be right for one fixed value of an input ignores that input."""
    known = ({"w": 2.0}, {"w": 5.0})  # the right answer is w·x
    x, fixed = np.array([3.0, 4.0]), 0.3
    right = (2.0 * x[0], 5.0 * x[1])
    got = iter(fixed * x)
    assert named(cases(lambda e: next(got), right, quantities=known, arrays=known)) == (
        "ignored",
        {"input": "w"},
    )


@pytest.mark.parametrize(
    ("got", "sentence", "words"),
    [
        (lambda e: 10.0 + 2 * (e - 10.0), "step_scaled", {"factor": "2"}),
        (lambda e: 10.0 - (e - 10.0), "step_sign", {}),
        (lambda e: 0 * e + 10.0, "unchanged", {}),
    ],
)
def test_a_step_of_the_wrong_size(got: Callable[[Any], Any], sentence: str, words: dict[str, str]):
    """A parameter is compared by how far it moved from where it was."""
    assert named(cases(got, NUMBERS, before=10.0)) == (sentence, words)


def test_a_learning_rate_that_has_no_part():
    """A step that would be right for one fixed learning rate ignores the one it is given."""
    known = ({"lr": 0.5}, {"lr": 0.2})
    gradient = np.array([3.0, 4.0])
    right = tuple(1.0 - np.array([0.5, 0.2]) * gradient)
    got = iter(1.0 - 0.123 * gradient)
    wrong = cases(lambda e: next(got), right, before=1.0, quantities=known, arrays=known)
    assert named(wrong) == ("ignored", {"input": "lr"})


def test_a_buffer_that_is_not_empty():
    """What should be 0 holds half of what it held before; an amount that it did not hold is no such part."""
    right = (np.zeros(3), np.zeros(3))
    halved = cases(lambda e: 0.5 * RIGHT[0], right, before=RIGHT[0])
    assert named(halved) == ("left_over", {"factor": "½"})
    assert named(cases(lambda e: e + RIGHT[1], right, before=RIGHT[0]))[0] != "left_over"


def test_an_axis_in_front():
    """A table of one row is not a row."""
    assert named(cases(lambda e: e[None])) == ("row", {})


# ---- what is no relation ----


def test_a_step_like_no_other():
    """A change of a parameter that is no multiple of the right one is left alone."""
    got = iter([np.array([1.0, 2.0, 9.0]), np.array([4.0, -1.0, 0.3])])
    assert named(cases(lambda e: next(got), before=[0.5, 0.5, 0.5]))[0] == ""


def test_many_numbers_that_reduce_to_nothing_known():
    """A list where one number is due, with another mean and another sum."""
    got = iter([np.array([1.0, 2.0]), np.array([7.0, -3.5])])
    assert named(cases(lambda e: next(got), NUMBERS))[0] == ""


def test_what_should_be_zero_has_no_factor():
    """Where all right numbers are 0, the student's are off by an amount."""
    assert named(cases(lambda e: e + 3.0, (0.0, 0.0))) == ("offset", {"number": "+3"})


def test_right_numbers_have_none():
    """Where nothing is wrong nothing is recognised."""
    assert find(cases(lambda e: e)) is None
    assert find([]) is None


def test_a_relation_must_hold_everywhere():
    """A factor of 2 in one check and of 3 in the other is no factor."""
    factors = iter([2.0, 3.0])
    assert named(cases(lambda e: next(factors) * e))[0] == ""


def test_zero_whatever_the_inputs_are():
    """A number that is 0 everywhere is said to be just that; where it is 0 once it is not."""
    assert named(cases(lambda e: 0 * e)) == ("zero", {})
    assert named(cases(lambda e: 0 * e, (1.5, 0.0)))[0] != "zero"


def test_two_zeros_are_no_evidence():
    """A zero times anything is zero."""
    assert find(cases(lambda e: 2 * e, (0.0, 0.0))) is None


@pytest.mark.parametrize(
    "got",
    [
        lambda e: np.array(True),
        lambda e: e > 0,
        lambda e: e + 1j,
        lambda e: np.zeros((0,)),
        lambda e: e * np.nan,
        lambda e: np.full(e.shape, np.inf),
        lambda e: e * 1e308,
        lambda e: np.full((2, 3, 4), 1e308),
    ],
)
def test_anything_may_be_asked(got: Callable[[Any], Any]):
    """Flags, complex numbers, empty, infinite and huge arrays have no relation, or one that has words."""
    with np.errstate(all="ignore"):
        wrong = cases(got, quantities=({"n": 3.0},) * 2, arrays=({"x": [1.0, 2.0, 3.0]},) * 2)
    how = find(wrong)
    assert how is None or how.sentence in sentences()


def test_single_precision_may_be_further_off():
    """A float32 number is near a candidate at its own precision."""
    case = Case("f", np.array(1.0001), np.array(5.0), None, {}, {}, near=1e-3)
    assert case.same(1.0)
    assert not Case("f", np.array(1.0001), np.array(5.0), None, {}, {}).same(1.0)
    assert not case.same(None)


def test_divergence_is_compared_in_its_places():
    """Numbers that leave the finite ones are the same where they do so in the same entries."""
    case = Case("f", np.array([1.0, np.inf]), np.array([1.0, 2.0]), None, {}, {})
    assert case.same([1.0, np.inf])
    assert not case.same([1.0, np.nan])


# ---- exchanged ----


def test_the_right_numbers_in_another_order():
    """Values in another order are recognised, however many; the right order is not."""
    right = {name: np.asarray(value) for name, value in {"a": 1.0, "b": 2.0, "c": 3.0}.items()}
    turned = {"a": right["b"], "b": right["a"], "c": right["c"]}
    same = {name: np.asarray(1.0) for name in right}
    assert orders(["a", "b", "c"], [turned], [right]) == ("b", "a", "c")
    assert orders(["a", "b", "c"], [same, turned], [same, right]) == ("b", "a", "c")
    assert orders(["a", "b", "c"], [turned, right], [right, right]) == ()
    assert orders(["a", "b", "c"], [right], [right]) == ()
    assert orders(["a"], [right], [right]) == ()
    assert orders(list("abcdef"), [], []) == ()
    many = {name: np.asarray(float(place)) for place, name in enumerate("abcdefgh")}
    halves = dict(zip("abcdefgh", [many[name] for name in "efghabcd"], strict=True))
    assert orders(list("abcdefgh"), [halves], [many]) == tuple("efghabcd")
    assert orders(list("abcdefgh"), [{**halves, "h": many["a"]}], [many]) == ()


# ---- what a check offers ----


def test_quantities_of_a_check():
    """Scalars by name, lengths as n, and what is made of n."""
    scenario = asked("f", 0.5, np.zeros((4, 2)), True, labels=("lr", "x", "flag"))
    assert quantities(scenario) == {"lr": 0.5, "n": 4.0, "columns": 2.0, "n−1": 3.0, "n/(n−1)": 4 / 3}
    assert quantities(asked("f", [1.0, 2.0, 3.0], labels=("x",)))["n"] == 3
    assert quantities(asked("f", Leaf(np.zeros(1)), "text", labels=("x", "t"))) == {"n": 1.0}


def test_arrays_of_a_check():
    """Inputs that are numbers or arrays, leaves by their values."""
    scenario = asked("f", 1, np.ones(2), Leaf(np.zeros(1)), True, [1.0], labels=("a", "b", "c", "d", "e"))
    assert {name: array.tolist() for name, array in arrays(scenario).items()} == {
        "a": 1.0,
        "b": [1.0, 1.0],
        "c": [0.0],
    }


def test_what_was_before_the_call():
    """Named parameters have a value and a buffer before the call; an empty buffer is zeros."""
    leaves = [Leaf(np.array(1.0), np.array(2.0)), Leaf(np.array([3.0]))]
    scenario = asked("f", leaves, 5, labels=("params", "n"), parts={"params": ("w", "b"), "": ("x",)})
    assert {name: array.tolist() for name, array in befores(scenario).items()} == {
        "w": 1.0,
        "w.grad": 2.0,
        "b": [3.0],
        "b.grad": [0.0],
    }
