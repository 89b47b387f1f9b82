"""On a failed public check it is said which quantities on the way are right, and which is the first wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from programs import check, seen

from grader.grading.comparison import Compared
from grader.grading.intermediates import hold, mine, said
from grader.inside.observation import INTERMEDIATE, Observation, Scenario
from grader.numbers.compare import Bound, Difference

BOUND = Bound(1e-9, 1e-4, {})
NAMES = ("dp", "dh", "dw")


def row(**values: Any) -> Observation:
    """Return an observation that holds quantities on the way."""
    return seen(**{INTERMEDIATE + name: value for name, value in values.items()}, f=1.0)


def sentences(got: Observation, public: bool = True) -> list[str]:
    """Return what is said of a failed check."""
    right = row(dp=[1.5, 2.5], dh=[[1.5, 0.5]], dw=4.5)
    asked = replace(
        check("one", "f", public=public),
        bound=BOUND,
        scenario=Scenario("returns", "f", (), intermediates=NAMES),
    )
    return [str(one) for one in said(Compared(asked, got, right, Difference("value", "f")))]


@pytest.mark.parametrize(
    ("got", "how"),
    [
        ([1.5, -2.5], "right"),
        (np.array([1.5, -2.5 + 1e-12]), "right"),
        (np.array([1.5, -2.5 + 1e-5]), "near"),
        (np.array([1.5, -2.5 + 1e-5], dtype=np.float32), "right"),
        ([1.5, 2.5], "wrong"),
        ([1.5], "shape"),
        ([[1.5, -2.5]], "shape"),
        ([1.5, np.nan], "beyond"),
        ([1.5, np.inf], "beyond"),
        ([1.5 + 1j, -2.5], "beyond"),
    ],
)
def test_how_a_quantity_compares(got: Any, how: str) -> None:
    """Right to the check's tolerance, near to a hundredth; the shape comes before the numbers."""
    (held,) = hold({"dh": np.asarray(got)}, {"dh": np.array([1.5, -2.5])}, BOUND)
    assert held.how == how


def test_a_zero_is_measured_beside_its_terms() -> None:
    """What is 0 but for rounding is right where the check knows the size of its terms."""
    bound = replace(BOUND, scales={INTERMEDIATE + "dh": 2.0})
    (held,) = hold({"dh": np.array(1e-17)}, {"dh": np.array(0.0)}, bound)
    assert held.how == "right"


def test_the_first_wrong_one_is_named_in_the_pages_order() -> None:
    """What comes after it follows from it, and is not spoken of."""
    assert sentences(row(dw=9.5, dh=[[1.5, 0.75]], dp=[1.5, 2.5])) == [
        "When f ends, as the page means them: dp.",
        "The first that is not what the page means: dh, off by up to 0.25.",
    ]


def test_a_wrong_shape_is_said_with_both_shapes() -> None:
    """The shape that it has, and the one that it should have."""
    (only,) = sentences(row(dh=[1.5, 0.5]))
    assert only == (
        "When f ends, the first that is not what the page means: dh, shape (2,) in place of shape (1, 2)."
    )


def test_where_all_are_right_the_mistake_comes_after_them() -> None:
    """Then no wrong one is named."""
    assert sentences(row(dp=[1.5, 2.5], dw=4.5)) == ["When f ends, as the page means them: dp and dw."]


def test_nothing_is_said_of_other_names_or_of_hidden_checks() -> None:
    """A program without these variables reads nothing of them, nor does anybody of a hidden check."""
    assert sentences(row()) == []
    assert sentences(row(dh=[[9.0, 9.0]]), public=False) == []
    assert mine(row(other=1.0).values, NAMES) == {}
