"""Whether two programs did the same is told from their numbers, or from marks of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import seen

from grader.inside.observation import Error, Observation, Outcome
from grader.numbers.compare import Bound
from grader.numbers.equivalence import (
    fingerprint,
    has_fingerprint,
    is_equivalent,
    is_finite,
    print_of,
    stops_alike,
)

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20)
RAISED = Observation(Outcome.RAISED, error=Error("ValueError", "x"))


@given(NUMBERS, NUMBERS)
def test_the_same_numbers_bear_the_mark(one: list[float], other: list[float]):
    """A call bears the mark of its own numbers, also where they were rounded on the way."""
    given_numbers = seen(f=np.array(one), g=np.array(other))
    rounded = seen(f=np.array(one) * (1 + 1e-12), g=np.array(other))
    assert has_fingerprint(given_numbers, fingerprint(given_numbers))
    assert has_fingerprint(rounded, fingerprint(given_numbers))


@given(st.lists(st.floats(0.1, 10), min_size=2, max_size=20), st.integers(0, 19), st.floats(0.01, 1))
def test_other_numbers_do_not(numbers: list[float], place: int, by: float):
    """One number that is off by a hundredth shows in the mark."""
    changed = list(numbers)
    changed[place % len(numbers)] += by
    assert not has_fingerprint(seen(f=np.array(changed)), fingerprint(seen(f=np.array(numbers))))


@pytest.mark.parametrize(
    "other",
    [
        seen(g=np.array([1.0, 2.0])),
        seen(f=np.array([[1.0, 2.0]])),
        seen(f=np.array([2.0, 1.0])),
        seen(f=np.array([1.0, np.nan])),
        RAISED,
    ],
    ids=("another name", "another shape", "another order", "nan", "raised"),
)
def test_names_shapes_and_order_count(other: Observation):
    """The same numbers under another name, in another shape or order are others."""
    assert not has_fingerprint(other, fingerprint(seen(f=np.array([1.0, 2.0]))))


def test_divergence_bears_its_mark():
    """Numbers that leave the finite in the same places are the same."""
    ran_away = seen(f=np.array([1.0, np.inf, np.nan, -np.inf]))
    assert has_fingerprint(ran_away, fingerprint(ran_away))


@pytest.mark.parametrize("none", [RAISED, seen(f=np.ones(2) * 1j)], ids=("raised", "complex"))
def test_what_gives_no_numbers_has_no_mark(none: Observation):
    """An exception and complex numbers are not marked, and bear no mark."""
    assert fingerprint(none) == ()
    assert not has_fingerprint(none, fingerprint(none))


def test_finite():
    """Only numbers that are all finite are evidence of a training that works."""
    assert is_finite(seen(f=1.0))
    assert not is_finite(seen(f=np.inf))
    assert not is_finite(RAISED)


NAN, INF = np.nan, np.inf
MARKS = [0.0, 1.5, NAN, INF, -INF]


@pytest.mark.parametrize("double", [1e-9, 1e-2, 10.0])
@pytest.mark.parametrize("scale", [1.0, 1e3, 1e9])
def test_only_the_same_marks_are_equivalent(double: float, scale: float):
    """0, inf, -inf and nan are four values, however wide the tolerance is and however large the scale."""
    bound = Bound(double, double, {"f": scale})
    for one in MARKS:
        for other in (NAN, INF, -INF):
            pair = seen(f=[one, 7.0]), seen(f=[other, 7.0])
            same = one == other or (np.isnan(one) and np.isnan(other))
            assert is_equivalent(*pair, bound) is bool(same), (one, other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("needs 3 entries", "needs 5 entries", True),
        ("dtype 'float' to 'Double'", "dtype 'double' to 'Float'", True),
        ("no key w", "no key b", False),
        ("", "", False),
    ],
)
def test_errors_that_stop_alike(one: str, other: str, alike: bool):
    """Sizes and kinds of number may differ, words may not; an error without words is like no other."""
    assert stops_alike(Error("E", one, 3), Error("E", other, 9)) is alike
    assert stops_alike(Error("E", one), Error("E", print_of(other))) is alike
    assert not stops_alike(Error("E", one), Error("F", other))
    assert not stops_alike(Error("E", one), None)


def test_the_mark_of_an_error_tells_no_word():
    """A key that is handed out holds a mark in place of what a page's program said."""
    assert print_of("at line 7 of the reference").startswith("sha256:")
    assert print_of(print_of("x")) == print_of("x")
