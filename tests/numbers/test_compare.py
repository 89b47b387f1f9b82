"""One observation held against another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_np
from programs import seen

from grader.inside.observation import NUMERIC, Error, Observation, Outcome
from grader.numbers import compare as compare_module
from grader.numbers.compare import Bound, Difference, compare, distance, is_single, largest, shape_text

BOUND = Bound(1e-9, 1e-4)


def difference(got: Any, expected: Any, bound: Bound = BOUND) -> Difference:
    """Return in what two values of f differ; they must."""
    fault = compare(seen(f=got), seen(f=expected), bound)
    assert fault is not None
    return fault


def agree(got: Any, expected: Any, bound: Bound = BOUND) -> bool:
    """Tell whether two values of f agree."""
    return compare(seen(f=got), seen(f=expected), bound) is None


# ---- what agrees ----

FINITE = st_np.arrays(
    st.sampled_from(["?", "<i8", "<f4", "<f8"]),
    st_np.array_shapes(min_dims=0, max_dims=2, min_side=0),
    elements={"allow_nan": False, "allow_infinity": False},
)


@given(st.dictionaries(st.text(max_size=3), FINITE, max_size=3))
def test_an_observation_agrees_with_itself(values: Mapping[str, np.ndarray]):
    """Finite numbers of any shape and size agree with themselves, at distance 0."""
    observation = Observation(Outcome.RETURNED, values)
    with np.errstate(over="ignore"):
        assert compare(observation, observation, BOUND) is None
        assert distance(observation, observation, BOUND) == 0.0


OUTCOMES = st.sampled_from([Outcome.RETURNED, Outcome.RETURNED, Outcome.RAISED])
SMALL = st_np.arrays(
    st.sampled_from(["?", "<f4", "<f8"]),
    st_np.array_shapes(min_dims=0, max_dims=1, max_side=2),
    elements={"min_value": 0, "max_value": 2},
)
SEEN = st.builds(Observation, OUTCOMES, st.dictionaries(st.sampled_from(["f", "g"]), SMALL))


@given(SEEN, SEEN)
def test_agreement_is_no_difference(got: Observation, expected: Observation):
    """What stops at the first difference says the same as what looks for the worst."""
    assert compare_module.agree(got, expected, BOUND) == (compare(got, expected, BOUND) is None)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (2, 2.0),
        (2.0, 2),
        (np.float32(1 / 3), 1 / 3),
        ([1.0, 2.0], np.array([1, 2])),
        (1 / 3 + 1e-10, 1 / 3),
        (0.0, -0.0),
        (True, True),
    ],
)
def test_what_a_right_answer_may_look_like(got: Any, expected: Any):
    """Integers, lists, single precision and rounding are right."""
    assert agree(got, expected)


def test_further_values_do_not_count():
    """What the reference does not give is not compared, and neither are central differences."""
    expected = Observation(Outcome.RETURNED, {"f": np.asarray(1.0), f"{NUMERIC}w": np.asarray(5.0)})
    assert compare(seen(f=1.0, g=np.nan), expected, BOUND) is None


@pytest.mark.parametrize("outcome", [Outcome.RAISED, Outcome.MISSING, Outcome.TIMED_OUT])
def test_failing_alike(outcome: Outcome):
    """Two calls that failed agree if the type of the exception does, whatever its text."""
    one, other = (
        Observation(outcome, error=Error("ValueError", "a")),
        Observation(outcome, error=Error("ValueError", "b")),
    )
    assert compare(one, other, BOUND) is None
    assert distance(one, other, BOUND) == 0.0


# ---- what differs ----


def test_different_ends_differ():
    """A call that raised differs from one that returned, and from one that raised something else."""
    returned, raised = seen(f=1.0), Observation(Outcome.RAISED, error=Error("ValueError", "x"))
    other = Observation(Outcome.RAISED, error=Error("TypeError", "x"))
    for one, two in ((returned, raised), (raised, returned), (raised, other)):
        assert compare(one, two, BOUND) == Difference("outcome")
        assert distance(one, two, BOUND) == np.inf


@given(st.sampled_from([np.nan, np.inf, -np.inf]), st.sampled_from([np.nan, np.inf, -np.inf, 0.0]))
def test_nan_equals_nothing(got: float, expected: float):
    """What left the finite numbers is wrong, even where the other did so too."""
    fault = difference([1.0, got], [1.0, expected])
    assert (fault.kind, fault.where) == ("nan", "f[1]")


@pytest.mark.parametrize(
    ("got", "expected", "words"),
    [
        ([1.0, 2.0], 1.0, ("shape (2,)", "a single number")),
        ([[1.0], [2.0]], [1.0, 2.0], ("shape (2, 1)", "shape (2,)")),
        ([np.nan], np.nan, ("shape (1,)", "a single number")),
        ([], [1.0], ("shape (0,)", "shape (1,)")),
        ([1.0], [], ("shape (1,)", "shape (0,)")),
    ],
)
def test_shape_comes_before_value(got: Any, expected: Any, words: tuple[str, str]):
    """Nothing is broadcast, and a wrong shape is said before any wrong number."""
    assert difference(got, expected) == Difference(
        "shape", "f", words={"got": words[0], "expected": words[1]}
    )


@pytest.mark.parametrize(("got", "expected"), [(True, 1.0), (1.0, True), (1 + 0j, 1.0), (1.0, 1 + 0j)])
def test_flags_and_complex_numbers_are_types_of_their_own(got: Any, expected: Any):
    """True is not 1, and a complex number is not a real one."""
    assert difference(got, expected).kind == "type"


def test_the_imaginary_part_counts():
    """Two complex numbers agree only in both parts."""
    assert agree(1 + 2j, 1 + 2j)
    assert not agree(1 + 2j, 1 + 3j)
    assert not agree([1 + 2j, 0j], [1 + 2j, 1j])


def test_structure_comes_before_numbers():
    """A missing value is said before a wrong one, whatever their order."""
    expected = seen(a=1.0, b=[1.0, 2.0])
    fault = compare(Observation(Outcome.RETURNED, {"a": np.asarray(5.0)}, {"a": "float"}), expected, BOUND)
    assert fault is not None
    assert (fault.kind, fault.where) == ("none", "b")


def test_none_is_told_from_a_missing_part():
    """The words say what stands where a number is due, and what the whole result was."""
    expected = Observation(Outcome.RETURNED, {"f": np.asarray(1.0)}, {"f": "float"})
    fault = compare(Observation(Outcome.RETURNED, {}, {"f": "NoneType"}), expected, BOUND)
    assert fault is not None
    assert fault.words == {"kind": "NoneType", "whole": "NoneType", "result": "f"}


def test_flags_are_named():
    """A wrong flag is shown as True or False."""
    fault = difference([True, False], [True, True])
    assert (fault.kind, fault.words) == ("flag", {"got": "False", "expected": "True"})


def test_the_worst_entry_is_named():
    """Of several wrong numbers the one most tolerances off is shown, with its place and both numbers."""
    expected = seen(a=[[1.0, 2.0], [3.0, 4.0]], b=100.0)
    fault = compare(seen(a=[[1.0, 2.1], [3.5, 4.0]], b=100.1), expected, BOUND)
    assert fault is not None
    assert (fault.kind, fault.where, fault.got, fault.expected) == ("value", "a[1, 0]", 3.5, 3.0)
    assert (fault.error, fault.tolerance) == (0.5, 4e-9)


def test_a_number_that_is_none_is_the_worst():
    """NaN in one value is shown before a large error in another."""
    fault = compare(seen(a=1e9, b=np.nan), seen(a=1.0, b=1.0), BOUND)
    assert fault is not None
    assert (fault.kind, fault.where) == ("nan", "b")


# ---- how near is near enough ----


def test_errors_are_measured_against_the_scale():
    """A gradient that is zero at the optimum is compared on the scale of its terms."""
    wide = Bound(1e-6, 1e-3, {"f": 100.0})
    assert agree(9e-5, 0.0, wide)
    assert not agree(2e-4, 0.0, wide)
    assert not agree(9e-5, 0.0, Bound(1e-6, 1e-3))


def test_a_scale_is_never_zero():
    """Without any size the smallest numbers still differ from zero."""
    assert not agree(1e-30, 0.0)
    assert agree(0.0, 0.0)


@pytest.mark.parametrize(
    ("got", "single"),
    [
        (np.float32(0.1), True),
        ([float(np.float32(0.1)), 0.5], True),
        (0.1, False),
        ([0.5, 0.1], False),
        (1e300, False),
        (3, False),
        ([], False),
    ],
)
def test_single_precision_is_recognised(got: Any, single: bool):
    """By its type, or by numbers that are all exactly representable in it."""
    assert is_single(seen(f=got)) is single


def test_single_precision_has_its_own_tolerance():
    """A float32 result may be further off than a double one, and not more than its own bound."""
    bound = Bound(1e-9, 1e-4)
    assert agree(np.float32(1.00001), 1.0, bound)
    assert not agree(1.00001, 1.0, bound)
    assert not agree(np.float32(1.001), 1.0, bound)


def test_one_single_value_makes_the_call_single():
    """A program that keeps float32 parameters and sums its losses in Python worked in single precision."""
    assert compare(seen(w=np.float32(0.1), loss=1.00001), seen(w=0.1, loss=1.0), BOUND) is None


# ---- distances ----


def test_distance_is_in_units_of_the_scale():
    """The greatest error of all values, each in units of its own size."""
    assert distance(seen(a=11.0, b=1.0), seen(a=10.0, b=1.0), BOUND) == pytest.approx(0.1)
    assert distance(seen(a=11.0), seen(a=10.0), Bound(0, 0, {"a": 100.0})) == pytest.approx(0.01)


@pytest.mark.parametrize("got", [[1.0, 2.0], np.nan, np.inf, True])
def test_what_cannot_be_compared_is_infinitely_far(got: Any):
    """Another shape, another type, or no number at all."""
    assert distance(seen(f=got), seen(f=1.0), BOUND) == np.inf


def test_nothing_is_no_distance():
    """Empty arrays, and observations without values, are at distance 0."""
    assert distance(seen(f=[]), seen(f=[]), BOUND) == 0.0
    assert distance(seen(), seen(), BOUND) == 0.0


def test_magnitudes():
    """The largest finite magnitude, 0 where there is none."""
    assert largest(np.array([1.0, -5.0, np.inf, np.nan])) == 5.0
    assert largest(np.array([np.nan])) == largest(np.array([])) == 0.0
    assert largest(np.array([3 + 4j])) == 4.0


def test_shapes_in_words():
    """A shape is written as Python writes it; a number is called one."""
    assert [shape_text(np.zeros(shape)) for shape in ((), (3,), (2, 3))] == [
        "a single number",
        "shape (3,)",
        "shape (2, 3)",
    ]


# ---- what is no number ----


@pytest.mark.parametrize("got", [0.0, np.nan, np.inf])
def test_nothing_agrees_with_nan(got: float):
    """Where NaN is expected no number agrees, NaN least of all, and the distance has no end."""
    assert not agree(got, np.nan)
    assert distance(seen(f=got), seen(f=np.nan), BOUND) == np.inf
