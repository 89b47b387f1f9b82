"""Pairs of changes are tried in an order that their effects foretell."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np

from grader.grading.repairs.changes.change import Change
from grader.grading.repairs.experiment import Active
from grader.grading.repairs.pairs import foretold, made_again, pairs, undo

WANTED = np.array([10.0, 20.0])
BEFORE = np.array([1.0, 2.0])


def trial(rows: Mapping[Active, np.ndarray]) -> Any:
    """Return what came of some changes, measured against ``WANTED``."""
    return SimpleNamespace(rows=rows, wanted=WANTED, allowed=np.full(2, 1e-9))


def changes(text: str, kind: str = "sign") -> list[Change]:
    """Return a change of every right side of a text."""
    lines = (line for line in ast.parse(text).body if isinstance(line, ast.Assign))
    return [Change(kind, line.value, ast.UnaryOp(ast.USub(), line.value)) for line in lines]


def test_effects_that_add_up() -> None:
    """Two changes come first whose effects sum up to what is missing."""
    rows = [np.array([9.0, 9.0]), np.array([4.0, 8.0]), np.array([7.0, 14.0])]
    assert foretold([(0,), (1,), (2,)], trial(dict(zip([(0,), (1,), (2,)], rows, strict=True))), BEFORE)[
        0
    ] == (
        1,
        2,
    )


def test_effects_that_multiply() -> None:
    """Two factors come among the first whose product is what is missing."""
    rows = [np.array([3.0, 1.0]), np.array([2.0, 4.0]), np.array([5.0, 10.0])]
    found = foretold([(0,), (1,), (2,)], trial(dict(zip([(0,), (1,), (2,)], rows, strict=True))), BEFORE)
    assert (1, 2) in found[:2]


def test_one_mistake_in_lines_that_are_alike() -> None:
    """Lines that differ by numbers in names are changed together, others are not."""
    found = changes("d1 = o1 - y1\nd2 = o2 - y2\nd3 = o3 * y3")
    assert list(made_again(found, range(3))) == [(0, 1)]


def test_the_same_function_twice_in_a_line() -> None:
    """One function taken for another in two places of a line is one mistake, whatever it is applied to."""
    line = ast.parse("L = log2(p) + log2(1 - p)").body[0]
    places = [node for node in ast.walk(line) if isinstance(node, ast.Call)]
    found = [
        Change("reduction", place, ast.Call(ast.Name("log", ast.Load()), place.args, [])) for place in places
    ]
    assert list(made_again(found, range(2))) == [(0, 1)]


def test_what_one_line_undoes_of_another() -> None:
    """Signs that are missing in several lines are no explanation: they cancel."""
    found = [replace(one, adds=True) for one in changes("d1 = o1 - y1\nd2 = o2 - y2")]
    assert list(made_again(found, range(2))) == []
    twice = [replace(one, adds=True) for one in changes("a = b - c; d = e - f")]
    assert undo(twice, (0, 1))


def test_what_gives_the_right_shape_goes_with_any_other() -> None:
    """Where a program's numbers have another shape, one of a pair mends it, and the other may be any."""
    found = changes("a = b - c\nd = e - f\ng = h * i")
    assert set(pairs(found, trial({(1,): BEFORE}), None)) == {(0, 1), (1, 2)}


def test_no_pair_twice() -> None:
    """A pair is tried once, however many reasons there are for it."""
    found = changes("a = b - c\nd = e - f\ng = h * i")
    rows = {(0,): np.array([4.0, 8.0]), (1,): np.array([7.0, 14.0]), (2,): np.array([3.0, 1.0])}
    tried = pairs(found, trial(rows), BEFORE)
    assert len(tried) == len(set(tried)) == 3
