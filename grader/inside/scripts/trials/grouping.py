"""Write a loop in which only every k-th round makes a step as one over groups of k rounds."""

from __future__ import annotations

import ast

from grader.inside.scripts.rewriting.syntax import inside
from grader.inside.scripts.trials.reading import choices, gathers

GROUP = "__look_group__"
"""The variable that holds the items of one group."""

GROUPS = "(lambda items, size: iter(lambda: [item for _, item in zip(range(size), items)], []))(iter(0), 0)"
"""The groups of what a loop goes over, lazily; the last one may be smaller."""


def grouped(tree: ast.Module) -> ast.Module:
    """Return the tree with a loop over groups around each loop that gathers gradients over rounds."""
    Grouped().visit(tree)
    return ast.fix_missing_locations(tree)


class Grouped(ast.NodeTransformer):
    """Puts loops over groups around those that gather."""

    def visit_For(self, node: ast.For) -> ast.For:
        """Exchange one loop, if it is known which of its rounds make a step."""
        self.generic_visit(node)
        size = size_of(node) if gathers(node) and not leaves_early(node) else None
        if size is None:
            return node
        groups = ast.parse(GROUPS, mode="eval").body
        assert isinstance(groups, ast.Call)
        groups.args = [ast.Call(ast.Name("iter", ast.Load()), [node.iter], []), size]
        outer = ast.For(ast.Name(GROUP, ast.Store()), groups, [node], [])
        node.iter = ast.Name(GROUP, ast.Load())
        for part in (*ast.walk(groups), node.iter, outer.target, outer):
            ast.copy_location(part, node)
        return outer


def size_of(loop: ast.For) -> ast.expr | None:
    """Return how many rounds make one step, None where steps are not those of whole groups."""
    counter, first = counted(loop)
    sizes = [size for choice in choices(loop) if (size := every(choice.test, counter, first)) is not None]
    return sizes[0] if len({ast.unparse(size) for size in sizes}) == 1 else None


def counted(loop: ast.For) -> tuple[str, int]:
    """Return the name that counts a loop's rounds, and where it begins; "" for none."""
    call, target = loop.iter, loop.target
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)) or call.keywords:
        return "", 0
    if call.func.id == "enumerate" and isinstance(target, ast.Tuple) and isinstance(target.elts[0], ast.Name):
        name, starts = target.elts[0].id, call.args[1:]
    elif call.func.id == "range" and len(call.args) < 3 and isinstance(target, ast.Name):
        name, starts = target.id, call.args[:-1]
    else:
        return "", 0
    first = ast.unparse(starts[0]) if starts else "0"
    return (name, int(first)) if first in ("0", "1") else ("", 0)


def every(test: ast.expr, counter: str, first: int) -> ast.expr | None:
    """Return the k of a test that holds in each k-th round, and perhaps in the last one; None for others."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        return next((size for part in test.values if (size := every(part, counter, first)) is not None), None)
    if not (isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Eq) and len(test.ops) == 1):
        return None
    rest = test.left
    if not (counter and isinstance(rest, ast.BinOp) and isinstance(rest.op, ast.Mod)):
        return None
    text = ast.unparse(rest.right)
    known = (f"{counter} + 1", "0") if not first else (counter, "0")
    shifted = (counter, f"{text} - 1")
    written = (ast.unparse(rest.left), ast.unparse(test.comparators[0]))
    fits = written == known or (not first and written == shifted)
    return rest.right if fits else None


def leaves_early(loop: ast.For) -> bool:
    """Tell whether a round may end the loop, or something follows where none does."""
    return bool(loop.orelse) or any(
        isinstance(node, ast.Break) for statement in loop.body for node in inside(statement)
    )
