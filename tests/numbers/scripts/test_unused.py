"""A slope that nobody reads belongs to a parameter that was forgotten."""

from __future__ import annotations

import pytest

from grader.numbers.scripts.unused import is_slope_of, unread_names


@pytest.mark.parametrize(
    "slope", ["db", "gb", "grad_b", "b_grad", "d_b", "dloss_db", "gradient_b", "delta_b"]
)
def test_a_slope_is_known_by_its_parameters_name(slope: str) -> None:
    """In front of it or behind it stands what people call a slope."""
    assert is_slope_of("b", {slope})
    assert not is_slope_of("w", {slope})


def test_what_is_read_is_used() -> None:
    """A name counts as read wherever it stands."""
    assert unread_names("dw, db = 1.0, 2.0\nw = 0.0\nw -= dw\n") == {"db", "w"}
