"""Changes in a procedure: what is put in the place of a range."""

from __future__ import annotations

import ast

import pytest

from grader.grading.repairs.changes.procedure import ranges


@pytest.mark.parametrize(
    ("written", "tried"),
    [
        ("range(n)", {"range(n + 1)", "range(n - 1)", "range(1, n + 1)"}),
        (
            "range(1, n)",
            {"range(1 + 1, n)", "range(1 - 1, n)", "range(1, n + 1)", "range(1, n - 1)", "range(n)"},
        ),
        ("range()", set()),
        ("len(n)", set()),
    ],
)
def test_a_range_begins_or_ends_elsewhere(written: str, tried: set[str]) -> None:
    """One number more or less at either end, or counted from the other of 0 and 1."""
    node = ast.parse(written, mode="eval").body
    made = [change.other for change in ranges(node, ())]
    assert {ast.unparse(new) for new in made if isinstance(new, ast.expr)} == tried
