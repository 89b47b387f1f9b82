"""Questions about a script's syntax have the right answers."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.rewriting.syntax import renamed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("new = w - 0.1 * g\nloss = f(new)\nw = new", {1: ("new", "w")}),
        ("new = update(w, g)\nw = new", {1: ("new", "w")}),
        ("new = v - 0.1 * g\nw = new", {}),
        ("w = w - 0.1 * g", {}),
        ("last = cost\ncost = f(w)", {}),
    ],
)
def test_a_step_under_a_new_name_is_seen(text: str, expected: dict[int, tuple[str, str]]) -> None:
    """Only what is made of a name and handed back to it is a step under another name."""
    assert renamed(ast.parse(text).body) == expected
