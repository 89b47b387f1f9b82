"""Changes to what is done with quantities: another operator or bracket, one operand alone."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from grader.grading.repairs.changes.change import Change, last_name, only_argument, times

SYMBOLS: Mapping[type[ast.operator], str] = MappingProxyType(
    {
        ast.Add: "+",
        ast.Sub: "-",
        ast.Mult: "*",
        ast.Div: "/",
        ast.FloorDiv: "//",
        ast.Pow: "**",
        ast.MatMult: "@",
        ast.Mod: "%",
        ast.BitXor: "^",
    }
)


OTHERS: Mapping[type[ast.operator], tuple[type[ast.operator], ...]] = MappingProxyType(
    {
        ast.Add: (ast.Mult,),
        ast.Sub: (ast.Mult,),
        ast.Mult: (ast.Add, ast.Sub, ast.Div, ast.Pow, ast.MatMult),
        ast.Div: (ast.Mult,),
        ast.FloorDiv: (ast.Div,),
        ast.Pow: (ast.Mult,),
        ast.MatMult: (ast.Mult,),
        ast.Mod: (ast.Div, ast.FloorDiv),
        ast.BitXor: (ast.Pow,),
    }
)
"""What may belong where an operator stands; plus and minus for each other are a matter of signs."""


def operators(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another operator, the operands exchanged, or a sign reversed."""
    if isinstance(node, ast.BinOp):
        written = {"written": SYMBOLS.get(type(node.op), "")}
        if isinstance(node.op, ast.Add | ast.Sub):
            flipped = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield Change("sign", node, ast.BinOp(node.left, flipped, node.right))
        if isinstance(node.op, ast.Sub):
            yield Change("sign", node, ast.BinOp(node.right, node.op, node.left))
        for other in others(node):
            yield Change("operator", node, ast.BinOp(node.left, other(), node.right), written)
        if isinstance(node.op, ast.Pow) and isinstance(node.left, ast.Constant):
            yield Change(
                "number", node, ast.BinOp(ast.Constant(math.e), node.op, node.right), {"number": node.left}
            )
        if isinstance(node.op, ast.Div | ast.MatMult | ast.Pow):
            yield Change("exchanged", node, ast.BinOp(node.right, node.op, node.left), written)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield Change("sign", node, node.operand)


def others(node: ast.BinOp) -> list[type[ast.operator]]:
    """Return what else may be done with two operands."""
    if isinstance(node.right, ast.Constant) and node.right.value == 1:
        return []
    found = OTHERS.get(type(node.op), ())
    if ast.unparse(node.left) == ast.unparse(node.right):  # nobody writes 0 as y - y, or 1 as y / y
        return [one for one in found if one not in (ast.Sub, ast.Div)]
    return list(found)


def end_terms(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a result without the number that is added to it last: counted from 1, or from 0."""
    match node:
        case ast.Return(ast.BinOp(value, ast.Add() | ast.Sub() as op, ast.Constant() as more)):
            words: dict[str, str | ast.AST] = {"symbol": SYMBOLS[type(op)], "written": more}
            yield Change("end_term", node, [ast.Return(value)], words)


def shares(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the two shares of an average exchanged: b and 1 - b."""
    match node:
        case ast.BinOp(
            ast.BinOp(_, ast.Mult(), _) as first, ast.Add(), ast.BinOp(_, ast.Mult(), _) as second
        ):
            for one, rest in ((first.left, first.right), (first.right, first.left)):
                for other, last in ((second.left, second.right), (second.right, second.left)):
                    if is_complement(one, other) or is_complement(other, one):
                        turned = ast.BinOp(times(other, rest), ast.Add(), times(one, last))
                        yield Change("shares", node, turned, {"one": one, "other": other})


def is_complement(one: ast.expr, other: ast.expr) -> bool:
    """Tell whether one expression is 1 minus the other."""
    is_difference = isinstance(one, ast.BinOp) and isinstance(one.op, ast.Sub)
    return is_difference and ast.unparse(one) == f"1 - {ast.unparse(other)}"


def operands(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one operand alone: a factor, a term or a power is too many."""
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.Pow):
        yield Change("power", node, node.left, {"written": node})
        return
    kind = "term" if isinstance(node.op, ast.Add | ast.Sub) else "factor"
    symbol = SYMBOLS.get(type(node.op), "")
    yield Change(kind, node, node.left, {"symbol": symbol, "written": node.right})
    if not isinstance(node.op, ast.Div | ast.FloorDiv):
        signed = ast.UnaryOp(ast.USub(), node.right) if isinstance(node.op, ast.Sub) else node.right
        # Quoted in the order in which it stands: `2 *` in front of something.
        yield Change(kind, node, signed, {"symbol": node.left, "written": symbol})


def brackets(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the same operators with the brackets in another place."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp) and type(left.op) is not type(node.op):
        inner = ast.BinOp(left.right, node.op, right)
        yield Change("bracket", node, ast.BinOp(left.left, left.op, inner))
    if isinstance(right, ast.BinOp) and not isinstance(node.op, ast.Add):
        inner = ast.BinOp(left, node.op, right.left)
        yield Change("bracket", node, ast.BinOp(inner, right.op, right.right))
    if (
        isinstance(left, ast.BinOp)
        and isinstance(left.op, ast.Pow)
        and isinstance(node.op, ast.Add | ast.Sub)
    ):
        inner = ast.BinOp(left.left, node.op, right)
        yield Change("bracket", node, ast.BinOp(inner, ast.Pow(), left.right))
    if (
        isinstance(left, ast.BinOp)
        and isinstance(node.op, ast.Pow)
        and isinstance(left.op, ast.Add | ast.Sub)
    ):
        inner = ast.BinOp(left.left, ast.Pow(), right)
        yield Change("bracket", node, ast.BinOp(inner, left.op, left.right))
    if isinstance(node.op, ast.Pow) and isinstance(left, ast.UnaryOp):
        yield Change("bracket", node, ast.UnaryOp(left.op, ast.BinOp(left.operand, node.op, right)))
    yield from around_means(node)


def around_calls(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a function of one operand for one of both, and the other way round: √v + e for √(v + e)."""
    if isinstance(node, ast.Call):
        inner = only_argument(node)
        if isinstance(inner, ast.BinOp) and last_name(node.func) not in OF_WHOLE:
            left, right = with_argument(node, inner.left), with_argument(node, inner.right)
            yield Change("bracket", node, ast.BinOp(left, inner.op, inner.right))
            yield Change("bracket", node, ast.BinOp(inner.left, inner.op, right))
    if isinstance(node, ast.BinOp):
        for place, one in enumerate((node.left, node.right)):
            inner = only_argument(one) if isinstance(one, ast.Call) else None
            if isinstance(one, ast.Call) and inner is not None and last_name(one.func) not in OF_WHOLE:
                left, right = (node.left, inner) if place else (inner, node.right)
                yield Change("bracket", node, with_argument(one, ast.BinOp(left, node.op, right)))


OF_WHOLE = ("len", "range", "list", "tuple", "zip", "enumerate", "int", "float", "array", "asarray")
"""Functions that make or measure something: no formula goes through them."""


def orders_of_calls(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield two functions of one operand, one applied to the other's result, the other way round."""
    inner = only_argument(node) if isinstance(node, ast.Call) else None
    core = only_argument(inner) if isinstance(inner, ast.Call) else None
    if isinstance(node, ast.Call) and isinstance(inner, ast.Call) and core is not None:
        words = {"outer": last_name(node.func), "inner": last_name(inner.func)}
        if words["outer"] != words["inner"] and not set(words.values()) & set(OF_WHOLE):
            turned = with_argument(inner, with_argument(node, core))
            yield Change("order_of_calls", node, turned, words)


def around_means(node: ast.BinOp) -> Iterator[Change]:
    """Yield a mean of squares for a squared mean, and a mean of products for a product of means."""
    left, right = node.left, node.right
    inner = only_argument(left) if isinstance(left, ast.Call) else None
    if isinstance(left, ast.Call) and inner is not None and last_name(left.func) in AVERAGES:
        if isinstance(node.op, ast.Pow):
            yield Change("bracket", node, with_argument(left, ast.BinOp(inner, node.op, right)))
        other = only_argument(right) if isinstance(right, ast.Call) else None
        if isinstance(node.op, ast.Mult) and other is not None:
            yield Change("bracket", node, with_argument(left, ast.BinOp(inner, node.op, other)))


AVERAGES = ("mean", "sum")
"""Functions that put samples together."""


def with_argument(node: ast.Call, inner: ast.expr) -> ast.expr:
    """Return the same call on something else."""
    if node.args:
        return ast.Call(node.func, [inner], node.keywords)
    assert isinstance(node.func, ast.Attribute)
    return ast.Call(ast.Attribute(inner, node.func.attr, ast.Load()), [], node.keywords)
