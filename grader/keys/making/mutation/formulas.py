"""Mutants in a formula: another operator, a bracket, a sign, a constant, a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from grader.keys.making.mutation.tree import NO_WORDS, Replacement

OTHER_OPERATORS: Mapping[type[ast.operator], tuple[tuple[type[ast.operator], str], ...]] = MappingProxyType(
    {
        ast.Mult: ((ast.Add, "plus_for_times"), (ast.Pow, "power_for_times"), (ast.Div, "divided_for_times")),
        ast.Add: ((ast.Sub, "sign_turned"), (ast.Mult, "times_for_plus")),
        ast.Sub: ((ast.Add, "sign_turned"), (ast.Mult, "times_for_minus")),
        ast.Div: ((ast.Mult, "times_for_divided"),),
        ast.MatMult: ((ast.Mult, "elementwise"),),
    }
)


def operators(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield another operator, or the operands the other way round."""
    if not isinstance(node, ast.BinOp):
        return
    for other, sentence in OTHER_OPERATORS.get(type(node.op), ()):
        yield sentence, ast.BinOp(node.left, other(), node.right), NO_WORDS
    if isinstance(node.op, ast.Mult):
        yield "power_for_times", ast.BinOp(node.right, ast.Pow(), node.left), NO_WORDS
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
        sentence = "factors_exchanged" if isinstance(node.op, ast.MatMult) else "turned_round"
        yield sentence, ast.BinOp(node.right, node.op, node.left), NO_WORDS


def operands(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield one operand alone: a factor or a term is missing."""
    if not isinstance(node, ast.BinOp) or isinstance(node.op, ast.Pow):
        return
    sentence = "term_missing" if isinstance(node.op, ast.Add | ast.Sub) else "factor_missing"
    yield sentence, node.left, NO_WORDS
    if not isinstance(node.op, ast.Div):
        yield sentence, node.right, NO_WORDS


def powers(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield what is no square where one belongs."""
    square = square_of(node)
    if square is None:
        return
    two = ast.Constant(2)
    yield "doubled_for_squared", ast.BinOp(square, ast.Mult(), two), NO_WORDS
    yield "square_missing", square, NO_WORDS
    yield "absolute_for_squared", call("abs", square), NO_WORDS
    yield "cubed", ast.BinOp(square, ast.Pow(), ast.Constant(3)), NO_WORDS
    yield "doubled_for_squared", ast.BinOp(two, ast.Pow(), square), NO_WORDS
    if isinstance(square, ast.BinOp) and isinstance(square.op, ast.Add | ast.Sub | ast.Mult):
        last = ast.BinOp(square.right, ast.Pow(), two)
        yield "bracket", ast.BinOp(square.left, square.op, last), NO_WORDS
        each = ast.BinOp(ast.BinOp(square.left, ast.Pow(), two), square.op, last)
        yield "square_of_each", each, NO_WORDS


def square_of(node: ast.AST) -> ast.expr | None:
    """Return what a node squares, None where it squares nothing."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return node.left if isinstance(node.right, ast.Constant) and node.right.value == 2 else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return node.left if ast.dump(node.left) == ast.dump(node.right) else None
    return None


def too_much(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield a square, a sign or a sum that the formula does not have."""
    variable = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables
    buffer = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr == "grad"
    if variable or buffer or (isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Pow)):
        assert isinstance(node, ast.expr)
        yield "squared", ast.BinOp(node, ast.Pow(), ast.Constant(2)), NO_WORDS
        yield "absolute", call("abs", node), NO_WORDS
        yield "sign_turned", ast.UnaryOp(ast.USub(), node), NO_WORDS
        yield "constant", ast.BinOp(node, ast.Mult(), ast.Constant(2)), NO_WORDS
        yield "constant", ast.BinOp(node, ast.Div(), ast.Constant(2)), NO_WORDS
        yield "sign_alone", ast.BinOp(node, ast.Div(), call("abs", node)), NO_WORDS
        yield "summed_inside", ast.Call(ast.Attribute(node, "sum", ast.Load()), [], []), NO_WORDS
        yield "averaged_inside", ast.Call(ast.Attribute(node, "mean", ast.Load()), [], []), NO_WORDS


def brackets(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield a bracket too many or too few: w·(x + b) for w·x + b, 1 / 1 + e for 1 / (1 + e)."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(node.op, ast.Mult | ast.Div):
        if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Add | ast.Sub | ast.Mult):
            yield "bracket", ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right), NO_WORDS
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add | ast.Sub):
            yield "bracket", ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right)), NO_WORDS
    if (
        isinstance(node.op, ast.Add | ast.Sub)
        and isinstance(left, ast.BinOp)
        and isinstance(left.op, ast.Mult)
    ):
        yield "bracket", ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right)), NO_WORDS
        yield "bracket", ast.BinOp(left.right, left.op, ast.BinOp(left.left, node.op, right)), NO_WORDS


def signs(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield what stands behind a minus, without it."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign_turned", node.operand, NO_WORDS


def constants(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield a constant that is missing, twice or half as large."""
    value = node.value if isinstance(node, ast.Constant) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    others = (1 - value,) if value in (0, 1) else (1, 2 * value, 0.5 * value)
    for other in others:
        yield "constant", ast.Constant(other), NO_WORDS


def siblings(name: str, variables: tuple[str, ...]) -> list[str]:
    """Return the variables that differ from a name by their number only: h2 beside h1."""
    stem = name.rstrip(DIGITS)
    return [
        other
        for other in variables
        if other != name and stem not in ("", name) and stem == other.rstrip(DIGITS)
    ]


DIGITS = "0123456789"
"""What stands at the end of the names of things that come several at a time."""


def numbers(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield the variable with another number in a variable's place."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables:
        for other in siblings(node.id, variables):
            yield "other_name", ast.Name(other, ast.Load()), {"name": other}


def names(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield another variable in a variable's place."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables:
        for other in variables:
            if other != node.id:
                yield "other_name", ast.Name(other, ast.Load()), {"name": other}


def places(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield another index in an index's place, or a transpose too few."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield "transpose", node.value, NO_WORDS
    if (
        isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and type(node.slice.value) is int
    ):
        for index in sorted({node.slice.value + 1, node.slice.value - 1, 0} - {node.slice.value}):
            yield "index", ast.Subscript(node.value, ast.Constant(index), node.ctx), NO_WORDS
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield "transpose", ast.BinOp(transposed(node.left), node.op, node.right), NO_WORDS
        yield "transpose", ast.BinOp(node.left, node.op, transposed(node.right)), NO_WORDS


def transposed(node: ast.expr) -> ast.expr:
    """Return a node's transpose."""
    return ast.Attribute(node, "T", ast.Load())


COMMON_RATES = (0.01, 0.1, 1)
"""Numbers that stand in scripts in the place of an argument that should have been used."""


def fixed(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield a fixed number in a variable's place."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in variables:
        for number in COMMON_RATES:
            yield "fixed_number", ast.Constant(number), {"name": node.id}


def call(name: str, argument: ast.expr) -> ast.expr:
    """Return a call of a built-in function."""
    return ast.Call(ast.Name(name, ast.Load()), [argument], [])
