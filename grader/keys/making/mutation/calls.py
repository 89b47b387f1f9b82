"""Mutants in a call: another function, none at all, one too many."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from grader.keys.making.mutation.tree import NO_WORDS, Replacement

REDUCTIONS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "mean": (("sum", "sum_for_mean"), ("median", "median_for_mean"), ("max", "max_for_mean")),
        "sum": (("mean", "mean_for_sum"), ("max", "max_for_mean")),
        "exp": (("log", "other_function"), ("sqrt", "other_function")),
        "tanh": (("exp", "other_function"),),
        "maximum": (("minimum", "clamped_wrong_side"),),
    }
)


def calls(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield another function, none at all, one applied twice, or its arguments exchanged."""
    if not isinstance(node, ast.Call):
        return
    function = node.func
    if name_of(function) == "range" and len(node.args) == 1:
        for op, sentence in ((ast.Add(), "one_round_more"), (ast.Sub(), "one_round_less")):
            rounds = ast.BinOp(node.args[0], op, ast.Constant(1))
            yield sentence, ast.Call(function, [rounds], []), NO_WORDS
    for other, sentence in REDUCTIONS.get(name_of(function), ()):
        yield sentence, ast.Call(renamed(function, other), node.args, node.keywords), NO_WORDS
    inner = argument_of(node)
    if inner is not None:
        word = {"function": name_of(function)}
        yield "function_missing", inner, word
        again = ast.Call(function, [node], []) if node.args else ast.Call(renamed_on(function, node), [], [])
        yield "function_twice", again, word
    if len(node.args) == 2 and not node.keywords:
        yield "arguments_exchanged", ast.Call(function, node.args[::-1], []), {"function": name_of(function)}
        if name_of(function) in ("outer", "dot", "matmul"):
            yield "elementwise", ast.BinOp(node.args[0], ast.Mult(), node.args[1]), NO_WORDS


def axes(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield the columns in place of the rows, or the rows in place of the columns."""
    if isinstance(node, ast.keyword) and node.arg in ("axis", "dim"):
        axis = node.value.value if isinstance(node.value, ast.Constant) else None
        if axis in (0, 1):
            yield "axis", ast.keyword(node.arg, ast.Constant(0 if axis == 1 else 1)), NO_WORDS


def argument_of(node: ast.Call) -> ast.expr | None:
    """Return the only thing that a call works on: its argument, or the value whose method it is."""
    if len(node.args) == 1 and not node.keywords:
        return node.args[0]
    if not node.args and not node.keywords and isinstance(node.func, ast.Attribute):
        return node.func.value
    return None


def renamed_on(function: ast.expr, value: ast.expr) -> ast.expr:
    """Return the same method of another value."""
    assert isinstance(function, ast.Attribute)
    return ast.Attribute(value, function.attr, ast.Load())


def name_of(function: ast.expr) -> str:
    """Return the last part of a called name."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def renamed(function: ast.expr, name: str) -> ast.expr:
    """Return a called name with another last part."""
    if isinstance(function, ast.Attribute):
        return ast.Attribute(function.value, name, ast.Load())
    return ast.Name(name, ast.Load())
