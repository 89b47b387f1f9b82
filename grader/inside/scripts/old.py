"""Accept what old versions accepted.

torch's ``loss.data[0]`` for a tensor without axes, names that are gone, and arrays of one number in the
place of the number, which numpy 2.4 refuses.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import math
import time
from typing import Any

import numpy as np

FIRST = "__look_first__"
"""The name under which a rewritten script finds ``first``."""

RENAMED = {
    "mat": "asmatrix",
    "float_": "float64",
    "Inf": "inf",
    "Infinity": "inf",
    "infty": "inf",
    "NaN": "nan",
    "NAN": "nan",
    "product": "prod",
    "cumproduct": "cumprod",
    "alltrue": "all",
    "sometrue": "any",
    "round_": "round",
    "row_stack": "vstack",
    "in1d": "isin",
    "trapz": "trapezoid",
}
"""Names that numpy 2 has dropped, and those that stand for the same today."""


NUMBER, ENTRY = "__look_number__", "__look_entry__"
"""The names under which a rewritten script finds ``numbers`` and ``entry``."""


ONCE = ast.Slice | ast.Call | ast.NamedExpr | ast.Await | ast.Yield | ast.YieldFrom
"""What makes a place several entries, or must not be worked out twice."""


class OldIndexing(ast.NodeTransformer):
    """Put a call in the place of every ``….data[0]`` that is read."""

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        """Exchange one index."""
        self.generic_visit(node)
        data = isinstance(node.value, ast.Attribute) and node.value.attr == "data"
        zero = isinstance(node.slice, ast.Constant) and node.slice.value == 0
        if not (data and zero and isinstance(node.ctx, ast.Load)):
            return node
        return ast.copy_location(ast.Call(ast.Name(FIRST, ast.Load()), [node.value], []), node)


def first(data: Any) -> Any:
    """Return the first entry, or the number itself where there are no axes."""
    return data if getattr(data, "ndim", 1) == 0 else data[0]


class OldScalars(ast.NodeTransformer):
    """Take an array of one number for the number where ``float``, a format or an array's entry wants one."""

    def visit_Call(self, node: ast.Call) -> Any:
        """Exchange what ``float`` and ``int`` are called on."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in ("float", "int") and len(node.args) == 1:
            node.args = [call(NUMBER, node.args[0])]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        """Exchange what stands behind a template and its percent sign."""
        self.generic_visit(node)
        left = node.left
        if isinstance(node.op, ast.Mod) and isinstance(left, ast.Constant) and isinstance(left.value, str):
            node.right = call(NUMBER, node.right)
        return node

    def visit_Assign(self, node: ast.Assign) -> Any:
        """Exchange what becomes an entry."""
        self.generic_visit(node)
        if len(node.targets) == 1:
            node.value = fitted(node.targets[0], node.value)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """Exchange what is added to an entry."""
        self.generic_visit(node)
        node.value = fitted(node.target, node.value)
        return node


def call(name: str, *given: ast.expr) -> ast.Call:
    """Return a call where its last argument stands."""
    made = ast.Call(ast.copy_location(ast.Name(name, ast.Load()), given[-1]), list(given), [])
    return ast.copy_location(made, given[-1])


def fitted(target: ast.expr, value: ast.expr) -> ast.expr:
    """Return a value that fits a target, if that is one entry of something and may be read twice."""
    if not isinstance(target, ast.Subscript) or any(isinstance(part, ONCE) for part in ast.walk(target)):
        return value
    return call(ENTRY, target.value, target.slice, value)


def number(value: Any) -> Any:
    """Return the number in an array of one; anything else as it is."""
    alone = isinstance(value, np.ndarray) and value.size == 1 and value.ndim > 0
    return value.reshape(())[()] if alone else value


def numbers(value: Any) -> Any:
    """Return the number in an array of one, each by itself in a tuple."""
    return tuple(map(number, value)) if type(value) is tuple else number(value)


def entry(holder: Any, key: Any, value: Any) -> Any:
    """Return a value as it goes into a place: where an array has one number, as a number."""
    with contextlib.suppress(Exception):
        if isinstance(holder, np.ndarray) and holder.dtype != object and np.ndim(holder[key]) == 0:
            return number(value)
    return value


def is_strict() -> bool:
    """Tell whether numpy takes no array of one number for the number."""
    try:
        float(np.ones(1))
    except TypeError:
        return True
    return False


def math_of_arrays() -> None:
    """Have the functions of ``math`` take arrays of one number."""

    def taking(function: Any) -> Any:
        return functools.wraps(function)(lambda *given, **words: function(*map(number, given), **words))

    for name, function in list(vars(math).items()):
        if callable(function) and not name.startswith("_"):
            setattr(math, name, taking(function))


def as_ever(module: Any) -> None:
    """Have names of old versions of numpy and of Python stand for what they stood for."""
    if not hasattr(time, "clock"):
        time.clock = time.process_time  # type: ignore[attr-defined]
    for name, real in (("float", float), ("int", int), ("bool", bool), ("object", object)):
        if name not in module.__dict__:
            setattr(module, name, real)
    for name, now in RENAMED.items():
        if name not in module.__dict__:
            setattr(module, name, getattr(module, now))
