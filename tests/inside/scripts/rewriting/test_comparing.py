"""Comparisons tell what they compare, and come out as before."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np
import pytest

from grader.inside.scripts.rewriting.comparing import Compared
from grader.inside.scripts.rewriting.hooks import COMPARE


def run(text: str, **names: Any) -> tuple[Any, list[tuple[Any, Any]]]:
    """Evaluate a rewritten expression; return its value, and what was compared."""
    seen: list[tuple[Any, Any]] = []

    def compare(value: Any, bound: Any) -> Any:
        seen.append((value, bound))
        return value

    tree = ast.fix_missing_locations(Compared().visit(ast.parse(text, mode="eval")))
    return eval(compile(tree, "x", "eval"), {**names, COMPARE: compare}), seen


@pytest.mark.parametrize(
    ("text", "value", "compared"),
    [
        ("2 * z > 0", True, [(3.0, 0)]),
        ("1 if z >= t else 0", 1, [(1.5, 1.0)]),
        ("t < z - 1", False, [(0.5, 1.0)]),
        ("z == t", False, []),
        ("0 < z < 2", True, []),
        ("f(z) < f(t)", False, []),
    ],
)
def test_a_comparison_by_size_is_told(text: str, value: Any, compared: list[Any]) -> None:
    """What can be evaluated twice is the bound; chains, equality and calls on both sides are left alone."""
    assert run(text, z=1.5, t=1.0, f=float) == (value, compared)


def test_step_functions_compare_with_zero() -> None:
    """``np.sign`` is a threshold unit."""
    value, compared = run("np.sign(z)", np=np, z=-2.0)
    assert value == -1.0
    assert compared == [(-2.0, 0)]
