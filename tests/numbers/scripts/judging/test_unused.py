"""A slope that nobody reads belongs to a parameter that was forgotten."""

from __future__ import annotations

import pytest

from grader.numbers.scripts.judging.unused import is_slope_of, moved_in_vain, unread_names


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


def test_a_function_moves_its_own_name_in_vain() -> None:
    """What it hands back, takes or shares is not in vain."""
    step = "def step({}):\n    {}\n    b -= 0.1 * g\n    {}\n"
    assert moved_in_vain(step.format("", "b = 0", "pass")) == {"b"}
    assert not moved_in_vain(step.format("", "b = 0", "return b"))
    assert not moved_in_vain(step.format("b", "pass", "pass"))
    assert not moved_in_vain(step.format("", "global b", "pass"))
