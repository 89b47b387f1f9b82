"""Changes that put something where nothing stands: a square, a sign, a factor, a term, a call."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from grader.grading.repairs.changes.calls import PRODUCTS, turned
from grader.grading.repairs.changes.change import Change, call, last_name, times
from grader.grading.source import names_in


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
    """Yield one of the function's own quantities as a factor or a divisor that is not there."""
    if not is_quantity(node, names):
        return
    assert isinstance(node, ast.expr)
    for name in names:
        other = ast.Name(name, ast.Load())
        rest = ast.BinOp(ast.Constant(1), ast.Sub(), other)
        yield Change("factor_missing", node, times(node, other), adds=True)
        yield Change("divisor_missing", node, ast.BinOp(node, ast.Div(), call("len", other)), adds=True)
        # Divided by what it holds as a factor, a product has a factor too many.
        if name not in names_in(node):
            yield Change("divisor_missing", node, ast.BinOp(node, ast.Div(), other), adds=True)
        yield Change("factor_missing", node, times(node, rest), adds=True)


def missing_terms(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the function's own quantities, or 1, as a term that is not there."""
    if not is_quantity(node, names) or not isinstance(node, ast.BinOp | ast.Call):
        return
    for name in names if isinstance(node, ast.BinOp) or is_product(node) or is_method(node) else ():
        yield from with_term(node, ast.Name(name, ast.Load()))
        if is_product(node):
            column = ast.parse(f"{name}[:, None]", mode="eval").body
            yield Change("term_missing", node, ast.BinOp(node, ast.Add(), column), adds=True)
    if isinstance(node, ast.BinOp):
        yield from with_term(node, ast.Constant(1))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.MatMult):
        for side in (one for one in (node.left, node.right) if isinstance(one, ast.Name)):
            for name in (one for one in names if one != side.id):
                yield from with_term(side, ast.Name(name, ast.Load()))


def with_term(node: ast.expr, term: ast.expr) -> Iterator[Change]:
    """Yield an expression with a term more, and with one less."""
    for op in (ast.Add(), ast.Sub()):
        yield Change("term_missing", node, ast.BinOp(node, op, term), adds=True)


def bends(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the slope of an activation for its value, by which what came back is multiplied."""
    match node:
        case ast.BinOp(left, ast.Mult(), right):
            for at, back in ((right, left), (left, right)):
                if isinstance(at, ast.Name | ast.Subscript) and is_sum(back):
                    for slope in slopes_of_bends(at):
                        yield Change("bend", node, times(back, slope), {"written": at})


def is_sum(node: ast.expr) -> bool:
    """Tell whether several things are put together, by a function or by adding up."""
    adds = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.MatMult)
    return adds or isinstance(node, ast.Call)


def slopes_of_bends(at: ast.expr) -> tuple[ast.expr, ...]:
    """Return the slopes of sigmoid, tanh and ReLU where these have some value."""
    one, two = ast.Constant(1), ast.Constant(2)
    return (
        times(at, ast.BinOp(one, ast.Sub(), at)),
        ast.BinOp(one, ast.Sub(), ast.BinOp(at, ast.Pow(), two)),
        ast.Compare(at, [ast.Gt()], [ast.Constant(0)]),
    )


def missing_bends(
    entries: Sequence[ast.Subscript], node: ast.AST, names: tuple[str, ...]
) -> Iterator[Change]:
    """Yield a line's value times the slope of an activation at one of the function's own quantities."""
    if not isinstance(node, ast.Assign | ast.Return) or not isinstance(node.value, ast.expr):
        return
    value = node.value
    if not is_quantity(value, names):
        return
    plain: list[ast.expr] = [ast.Name(name, ast.Load()) for name in names]
    for at in plain + [one for one in entries if names_in(one) <= set(names)]:
        for bend in slopes_of_bends(at):
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
    """Yield one of the file's own functions of one argument, or a part of `self`, applied where it is not."""
    if is_quantity(node, names) and not isinstance(node, ast.UnaryOp):
        assert isinstance(node, ast.expr)
        for function in functions:
            if "." in function and function.partition(".")[0] not in names:
                continue
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


def is_method(node: ast.AST) -> bool:
    """Tell whether a node is a method's result that takes nothing else, as z.abs() is."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.args


def is_product(node: ast.AST) -> bool:
    """Tell whether a node is a product of matrices: what a layer's biases are added to."""
    called = isinstance(node, ast.Call) and last_name(node.func) in (*PRODUCTS, "mm", "einsum", "tensordot")
    return called or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult))


def is_quantity(node: ast.AST, names: tuple[str, ...]) -> bool:
    """Tell whether a node is something that may be squared, or lack a factor."""
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load) and node.id in names
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id not in names:
        return False  # a function of a library
    if isinstance(node, ast.Attribute | ast.Subscript):
        return isinstance(node.ctx, ast.Load)
    return isinstance(node, ast.BinOp | ast.Call | ast.UnaryOp)
