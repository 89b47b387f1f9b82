"""The names under which a rewritten script calls back, and calls of them."""

from __future__ import annotations

import ast

HERE, AFTER, VALUE, ROUND = "__look_here__", "__look_after__", "__look_value__", "__look_round__"
WALK = "__look_walk__"
DIFFERENCE, COMPARE, GUARD = "__look_difference__", "__look_compare__", "__look_guard__"


def call(name: str, *words: ast.expr) -> ast.Call:
    """Return a call of one of our names."""
    return ast.Call(ast.Name(name, ast.Load()), list(words), [])


def valued(label: str, value: ast.expr) -> ast.Call:
    """Return an expression that also records its value."""
    return call(VALUE, ast.Constant(label), value)
