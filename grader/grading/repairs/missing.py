"""Changes that put something where nothing stands: a square, a sign, a factor, a term, a call."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from grader.grading.repairs.calls import PRODUCTS, turned
from grader.grading.repairs.change import Change, call, last_name, times


def missing(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a square, a sign, a call or a constant factor that is not there."""
    if not is_quantity(node, names):
        return
    assert isinstance(node, ast.expr)
    two, one = ast.Constant(2), ast.Constant(1)
    yield Change("square_missing", node, ast.BinOp(node, ast.Pow(), two), adds=True)
    yield Change("sign", node, ast.UnaryOp(ast.USub(), node), adds=True)
    yield Change("factor_missing", node, ast.BinOp(node, ast.Mult(), two), adds=True)
    yield Change("factor_missing", node, ast.BinOp(node, ast.Div(), two), adds=True)
    if not isinstance(node, ast.Call):
        yield Change("complement_missing", node, ast.BinOp(one, ast.Sub(), node), adds=True)
    yield Change("factor_missing", node, times(node, ast.BinOp(one, ast.Sub(), node)), adds=True)
    yield Change("transpose", node, turned(node), adds=True)
    yield Change(
        "average_missing", node, ast.Call(ast.Attribute(node, "mean", ast.Load()), [], []), adds=True
    )
    yield Change("sum_missing", node, ast.Call(ast.Attribute(node, "sum", ast.Load()), [], []), adds=True)
    yield Change("absolute_missing", node, call("abs", node), adds=True)
    yield Change("root_missing", node, ast.BinOp(node, ast.Pow(), ast.Constant(0.5)), adds=True)


def missing_factors(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the function's own quantities as a factor, a divisor or a term that is not there."""
    if not is_quantity(node, names):
        return
    assert isinstance(node, ast.expr)
    for name in names:
        other = ast.Name(name, ast.Load())
        yield Change("factor_missing", node, times(node, other), adds=True)
        yield Change("divisor_missing", node, ast.BinOp(node, ast.Div(), call("len", other)), adds=True)
        # Divided by what it holds as a factor, a product has a factor too many.
        if name not in names_read(node):
            yield Change("divisor_missing", node, ast.BinOp(node, ast.Div(), other), adds=True)
        if isinstance(node, ast.BinOp) or is_product(node):
            yield Change("term_missing", node, ast.BinOp(node, ast.Add(), other), adds=True)
            yield Change("term_missing", node, ast.BinOp(node, ast.Sub(), other), adds=True)
        if is_product(node):
            column = ast.parse(f"{name}[:, None]", mode="eval").body
            yield Change("term_missing", node, ast.BinOp(node, ast.Add(), column), adds=True)
    for op in (ast.Add(), ast.Sub()) if isinstance(node, ast.BinOp) else ():
        yield Change("term_missing", node, ast.BinOp(node, op, ast.Constant(1)), adds=True)


def missing_bends(
    entries: Sequence[ast.Subscript], node: ast.AST, names: tuple[str, ...]
) -> Iterator[Change]:
    """Yield a line's value times the slope of an activation at one of the function's own quantities."""
    if not isinstance(node, ast.Assign | ast.Return) or not isinstance(node.value, ast.expr):
        return
    value, one, two = node.value, ast.Constant(1), ast.Constant(2)
    if not is_quantity(value, names):
        return
    plain: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names]
    for at in plain + [one for one in entries if names_read(one) <= set(names)]:
        for bend in (
            times(at, ast.BinOp(one, ast.Sub(), at)),
            ast.BinOp(one, ast.Sub(), ast.BinOp(at, ast.Pow(), two)),
            ast.Compare(at, [ast.Gt()], [ast.Constant(0)]),
        ):
            yield Change("factor_missing", value, times(value, bend), adds=True)


def entries_in(scopes: Iterable[tuple[tuple[str, ...], Iterable[ast.AST]]]) -> tuple[ast.Subscript, ...]:
    """Return the entries of variables that stand in some functions, as h[0], each once."""
    found = {
        ast.unparse(node): ast.Subscript(node.value, node.slice, ast.Load())
        for _, nodes in scopes
        for node in nodes
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and isinstance(node.slice, ast.Constant)
    }
    return tuple(found.values())


def missing_calls(functions: Sequence[str], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the file's own functions of one argument, applied where it is not."""
    if is_quantity(node, names) and not isinstance(node, ast.UnaryOp):
        assert isinstance(node, ast.expr)
        for function in functions:
            yield Change("call_missing", node, call(function, node), {"name": function}, adds=True)


def missing_calls_of_two(functions: Sequence[str], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the file's own functions of two arguments, applied to what a line only hands on."""
    if isinstance(node, ast.Assign) and is_quantity(node.value, names):
        for function in functions:
            for name in names:
                given: list[ast.expr] = [node.value, ast.Name(name, ast.Load())]
                for arguments in (given, given[::-1]):
                    called = ast.Call(ast.Name(function, ast.Load()), arguments, [])
                    yield Change("call_missing", node.value, called, {"name": function}, adds=True)


def is_product(node: ast.AST) -> bool:
    """Tell whether a node is a product of matrices: what a layer's biases are added to."""
    called = isinstance(node, ast.Call) and last_name(node.func) in (*PRODUCTS, "mm", "einsum", "tensordot")
    return called or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult))


def names_read(node: ast.AST) -> frozenset[str]:
    """Return the names in a piece of code."""
    return frozenset(inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))


def is_quantity(node: ast.AST, names: tuple[str, ...]) -> bool:
    """Tell whether a node is something that may be squared, or lack a factor."""
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load) and node.id in names
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id not in names:
        return False  # a function of a library
    if isinstance(node, ast.Attribute | ast.Subscript):
        return isinstance(node.ctx, ast.Load)
    return isinstance(node, ast.BinOp | ast.Call | ast.UnaryOp)
