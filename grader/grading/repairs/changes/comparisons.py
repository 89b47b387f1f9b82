"""Changes to what decides: another comparison, "and" for "or", another bound on a difference."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.grading.repairs.changes.change import Change, call, last_name
from grader.grading.repairs.changes.weaving import replaced

ANSWERS = ("all", "allclose", "any", "array_equal", "isclose", "isfinite", "isinf", "isnan")
"""Functions that answer yes or no."""

COMPARISONS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq)


def conditions(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another comparison, or "and" for "or"."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.ops[0], COMPARISONS):
        for other in COMPARISONS:
            if not isinstance(node.ops[0], other):
                flipped = ast.Compare(node.left, [other()], node.comparators)
                yield Change("condition", node, flipped, {"written": node})
    if isinstance(node, ast.BoolOp):
        both = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield Change("condition", node, ast.BoolOp(both, node.values), {"written": node})
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.Invert):
        yield Change("condition", node, node.operand, {"written": node})
    if isinstance(node, ast.Call) and last_name(node.func) in ANSWERS:
        opposite = ast.Compare(node, [ast.Eq()], [ast.Constant(False)])
        yield Change("condition", node, opposite, {"written": node})


def sizes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a comparison of a difference without its sign."""
    for inner in ast.walk(node) if isinstance(node, ast.Compare) else ():
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Sub):
            assert isinstance(node, ast.Compare)
            yield with_another(node, inner, call("abs", inner))


def bounds(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a comparison with another small number, or with another one of two tolerances."""
    given: list[ast.expr] = []
    if isinstance(node, ast.Compare):
        given = [node.left, *node.comparators]
    elif isinstance(node, ast.Call) and last_name(node.func) in ANSWERS:
        given = [word.value for word in node.keywords if word.arg in ("atol", "rtol")]
    for one in given:
        number = one.value if isinstance(one, ast.Constant) else None
        if isinstance(node, ast.expr) and isinstance(number, float) and 0 <= number < 1:
            for bound in dict.fromkeys((10 * number, number / 10, *BOUNDS)):
                yield with_another(node, one, ast.Constant(bound))


BOUNDS = (1e-2, 1e-4, 1e-6, 1e-8, 0.0)
"""How far off a number may be; between any two of them lies a hundredfold."""


def with_another(node: ast.expr, part: ast.expr, other: ast.expr) -> Change:
    """Return a condition with something else in the place of one part of it."""
    changed: ast.expr = replaced(node, {id(part): other})
    return Change("condition", node, changed, {"written": node})
