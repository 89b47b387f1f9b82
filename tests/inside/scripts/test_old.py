"""What old versions of NumPy and of Python took, scripts may still hold."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.inside.scripts import old

NAMES: dict[str, Any] = {old.NUMBER: old.numbers, old.ENTRY: old.entry, "np": np}


def run(text: str) -> dict[str, Any]:
    """Run a script as one for an old NumPy; return its names."""
    tree = old.OldScalars().visit(ast.parse(text))
    space = dict(NAMES)
    exec(compile(tree, "script", "exec"), space)
    return space


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("x = float(np.array([2.5]))", "x", 2.5),
        ("x = int(np.array([[3.0]]))", "x", 3),
        ("x = '%.1f' % np.array([2.0])", "x", "2.0"),
        ("x = '%d of %.1f' % (4, np.array([[2.0]]))", "x", "4 of 2.0"),
        ("x = '%s' % 'word'", "x", "word"),
        ("h = np.zeros(2)\nh[1] = np.array([7.0])\nx = h[1]", "x", 7.0),
        ("h = np.zeros(2)\nh[1] += np.array([[7.0]])\nx = h[1]", "x", 7.0),
        ("h = [0, 0]\nh[1] = np.array([7.0])\nx = h[1].shape", "x", (1,)),
        ("h = np.zeros((2, 1))\nh[1] = np.array([7.0])\nx = h[1, 0]", "x", 7.0),
        ("h = np.zeros(2)\nh[:] = np.array([7.0])\nx = h.sum()", "x", 14.0),
        ("k = [0, 1]\nh = np.zeros(2)\nh[k.pop()] = 5.0\nx = k", "x", [0]),
        ("x = float('inf')", "x", math.inf),
    ],
)
def test_an_array_of_one_number_is_taken_for_it(text: str, name: str, value: Any) -> None:
    """By ``float``, by a template and as an entry of an array; what is no such array stays as it is."""
    assert run(text)[name] == value


@pytest.fixture
def taking() -> Iterator[None]:
    """Have the functions of ``math`` take arrays of one number for one test."""
    before = dict(vars(math))
    old.math_of_arrays()
    yield
    vars(math).update(before)


def test_math_takes_arrays_of_one_number(taking: None) -> None:
    """And all that it took before, words included."""
    assert math.exp(np.zeros(1)) == 1.0
    assert math.isclose(1.0, 1.1, rel_tol=0.2)
    assert math.hypot(3.0, np.array([4.0])) == 5.0


def test_names_that_are_gone_stand_for_what_they_stood_for() -> None:
    """In a copy of NumPy's names, so that other tests see none of it."""

    class Copy:
        """A module's names."""

    module = Copy()
    module.__dict__.update({name: value for name, value in vars(np).items() if name in old.RENAMED.values()})
    old.as_ever(module)
    assert module.__dict__["mat"] is np.asmatrix
    assert module.__dict__["float"] is float
