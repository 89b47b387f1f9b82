"""Changes to calls: another function, another axis, one call, argument or transpose more or less."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.grading.repairs.changes.change import Change, last_name, only_argument, times


def calls(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a call left out, a star before a bracket, or arguments exchanged."""
    if not isinstance(node, ast.Call):
        return
    name = last_name(node.func)
    if len(node.args) == 1 and is_number(node.func, names):
        yield Change("star_missing", node, times(node.func, node.args[0]), {"written": node})
    inner = only_argument(node)
    if inner is not None and name not in ("len", "range", "list", "enumerate"):
        yield Change("call", node, inner, {"name": name})
    if inner is None and node.args:
        for whole in [node.args[0], *([node.func.value] if isinstance(node.func, ast.Attribute) else [])]:
            yield Change("call", node, whole, {"name": name})
    if len(node.args) == 2 and not node.keywords:
        yield Change("arguments", node, ast.Call(node.func, node.args[::-1], []), {"name": name})


def is_number(function: ast.expr, names: tuple[str, ...]) -> bool:
    """Tell whether what is called is a number, as x in x(1 - x)."""
    if isinstance(function, ast.Name):
        return function.id in names
    return isinstance(function, ast.BinOp | ast.Constant | ast.Subscript)


def products(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a product by a function taken entry by entry, or without one of its two factors."""
    if isinstance(node, ast.Call) and len(node.args) == 2 and last_name(node.func) in PRODUCTS:
        name = last_name(node.func)
        product = ast.BinOp(node.args[0], ast.Mult(), node.args[1])
        yield Change("operator", node, product, {"written": name})
        for kept, dropped in (node.args, node.args[::-1]):
            total = ast.Call(ast.Attribute(kept, "sum", ast.Load()), [], [])
            yield Change("operand", node, total, {"name": name, "written": dropped})


PRODUCTS = ("dot", "outer", "matmul", "inner")


def surplus(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a call without one of its arguments, where it can do without."""
    if not isinstance(node, ast.Call):
        return
    name = last_name(node.func)
    for place, argument in enumerate(node.args):
        if len(node.args) > 1 or isinstance(node.func, ast.Attribute):
            args = [*node.args[:place], *node.args[place + 1 :]]
            called = ast.Call(node.func, args, node.keywords)
            yield Change("argument", node, called, {"name": name, "written": argument})
    for place, word in enumerate(node.keywords):
        if word.arg not in ("axis", "dim"):
            rest = [*node.keywords[:place], *node.keywords[place + 1 :]]
            called = ast.Call(node.func, node.args, rest)
            yield Change("argument", node, called, {"name": name, "written": word})


def shapes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a transpose more or less."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield Change("transpose", node, node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        for left, right in ((turned(node.left), node.right), (node.left, turned(node.right))):
            yield Change("transpose", node, ast.BinOp(left, node.op, right))
    if isinstance(node, ast.Call) and last_name(node.func) in PRODUCTS and len(node.args) == 2:
        first, second = node.args
        for pair in ([turned(first), second], [first, turned(second)]):
            yield Change("transpose", node, ast.Call(node.func, pair, []))


def turned(node: ast.expr) -> ast.expr:
    """Return the transpose of an expression."""
    return ast.Attribute(node, "T", ast.Load())


def axes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another axis, or none."""
    for place, word in enumerate(node.keywords) if isinstance(node, ast.Call) else ():
        if isinstance(node, ast.Call) and word.arg in ("axis", "dim"):
            rest = [*node.keywords[:place], *node.keywords[place + 1 :]]
            written = {"written": word}
            yield Change("axis", node, ast.Call(node.func, node.args, rest), written)
            for axis in (0, 1):
                changed = [*rest, ast.keyword(word.arg, ast.Constant(axis))]
                yield Change("axis", node, ast.Call(node.func, node.args, changed), written)


def missing_axes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield an axis where none is named."""
    if not isinstance(node, ast.Call) or last_name(node.func) not in OVER_AN_AXIS:
        return
    if not any(word.arg in ("axis", "dim") for word in node.keywords):
        for axis in (0, 1):
            for more in ([], [ast.keyword("keepdims", ast.Constant(True))]):
                words = [*node.keywords, ast.keyword("axis", ast.Constant(axis)), *more]
                changed = ast.Call(node.func, node.args, words)
                yield Change("axis_missing", node, changed, {"name": last_name(node.func)})


def spreads(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a variance or a spread that divides by one less, in NumPy's words, or by one more, in torch's."""
    if isinstance(node, ast.Call) and last_name(node.func) in ("var", "std"):
        for kind, word, value in (("biased", "ddof", 1), ("unbiased", "unbiased", False)):
            words = [*node.keywords, ast.keyword(word, ast.Constant(value))]
            yield Change(kind, node, ast.Call(node.func, node.args, words), {"name": last_name(node.func)})


def masks(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield, for a bend of what comes back, a mask by what went forward."""
    if isinstance(node, ast.Call) and last_name(node.func) in BENDS and node.args:
        for name in names:
            mask = ast.Compare(ast.Name(name, ast.Load()), [ast.Gt()], [ast.Constant(0)])
            yield Change("reduction", node, times(node.args[0], mask), {"name": last_name(node.func)})


BENDS = ("relu", "maximum", "clip", "clamp", "clamp_min")
"""Functions that put 0 in the place of what is below it."""

OVER_AN_AXIS = ("sum", "mean", "max", "min", "argmax", "argmin", "var", "std", "norm", "cumsum", "prod")
"""Functions that work along an axis, or over everything where none is named."""


def not_called(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield brackets behind the name of a function that stands alone in a line: it does nothing."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute | ast.Name):
        yield Change("not_called", node.value, ast.Call(node.value, [], []), {"written": node.value})
