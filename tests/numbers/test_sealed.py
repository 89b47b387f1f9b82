"""A predicted number in a key: right answers pass, wrong ones do not, and nobody reads the answer."""

from __future__ import annotations

import json
import math
import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from grader.inside.observation import Observation, Outcome
from grader.keys import keyfile
from grader.numbers import sealed

NUMBERS = some.floats(-1e6, 1e6)


def seen(value: object) -> Observation:
    """Return what a call that returned a value gave."""
    return Observation(Outcome.RETURNED, {"answer": np.asarray(value)}, {"answer": "float"})


@given(NUMBERS, some.floats(-1, 1))
@example(0.3, 1.0)
@example(0.0, -1.0)
def test_an_answer_within_the_width_is_right(answer: float, off: float) -> None:
    """Up to the width from the right answer every number has the mark of the right one."""
    made = sealed.seal("salt", 0.5, [answer])
    assert sealed.mark(answer + 0.5 * off, made) == sealed.RIGHT


@pytest.mark.parametrize("within", [0.1, 0.01, 0.05, 0.5, 1e-3, 1])
@pytest.mark.parametrize("sign", [1, -1])
def test_an_answer_at_the_edge_is_right(within: float, sign: int) -> None:
    """Decimals that are off by just the width, as they are typed, are right."""
    for steps in range(-50, 51):
        answer = round(steps * 0.3, 6)
        made = sealed.seal("salt", within, [answer])
        assert sealed.mark(round(answer + sign * within, 6), made) == sealed.RIGHT


@given(NUMBERS, some.floats(2.001, 100), some.sampled_from([1, -1]))
def test_an_answer_beyond_twice_the_width_is_wrong(answer: float, off: float, sign: int) -> None:
    """From a little over twice the width on no number has it."""
    made = sealed.seal("salt", 0.5, [answer])
    assert sealed.mark(answer + sign * 0.5 * off, made) == sealed.UNKNOWN


def test_a_known_mistake_has_a_mark_of_its_own() -> None:
    """The second number's bins lead to 1; where bins overlap the first number keeps them."""
    made = sealed.seal("salt", 0.5, [2.25, 5.25, 2.75])
    assert [sealed.mark(answer, made) for answer in (2.2, 5.4, 2.75, 3.2)] == [0.0, 1.0, 0.0, 2.0]


def test_the_seal_holds_no_number_near_the_answer() -> None:
    """What is written into a key's file holds salt, width and digests."""
    written = json.dumps(keyfile.encode(sealed.seal("salt", 0.01, [9.48])))
    assert "9.48" not in written
    assert re.findall(r"[0-9.]+(?=[,}])", written) == [repr(0.01 * sealed.ROOM), "0.0", "0.0", "0.0"]


@pytest.mark.parametrize("answer", [math.nan, math.inf, -math.inf, 1e300])
def test_what_is_no_number_of_reasonable_size_is_unknown(answer: float) -> None:
    """NaN, infinities and numbers beyond all bins are wrong answers, and no error."""
    assert sealed.mark(answer, sealed.seal("salt", 0.01, [9.48])) == sealed.UNKNOWN


@pytest.mark.parametrize("value", [[0.0, 0.0], True, 1j])
def test_what_is_not_one_real_number_is_left_as_it_is(value: object) -> None:
    """Nobody can hand in a mark: what is no number keeps its shape or type, and differs by that."""
    made = sealed.seal("salt", 0.01, [9.48])
    assert np.array_equal(sealed.marked(seen(value), made).values["answer"], np.asarray(value))
    assert sealed.answer_of(seen(value)) is None


def test_a_number_that_equals_a_mark_is_marked_like_any_other() -> None:
    """Whoever answers 0 because the right mark is 0 is wrong."""
    made = sealed.seal("salt", 0.01, [9.48])
    assert float(sealed.marked(seen(0.0), made).values["answer"]) == sealed.UNKNOWN


def test_without_a_seal_nothing_changes() -> None:
    """Other checks' observations are returned as they are."""
    one = seen(3.0)
    assert sealed.marked(one, None) is one
