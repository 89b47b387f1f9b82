"""Take a list to which each round adds its parameter's next value for the parameter itself."""

from __future__ import annotations

import ast
from typing import Any

from grader.inside.scripts.rewriting.syntax import Round, base, bound_names, grown, inside, loads


def without_histories(loop: Round) -> None:
    """Have rounds replace the last value where they add a next one, as ``w.append(w[-1] - …)`` does.

    A list of which a round reads more than its last value stays as it is; when the training ends is no
    matter.
    """
    counters = bound_names(loop.target) if isinstance(loop, ast.For) else set()
    names = {name for statement in loop.body for item in inside(statement) if (name := grown(item))}
    kept = [item for item in loop.body if not (is_end(item) and loads(item) & names)]
    names = {name for name in names if not is_read_further(kept, name, counters)}
    if names:
        loop.body = [Replaced(names, counters).visit(item) for item in kept]


def is_end(statement: ast.stmt) -> bool:
    """Tell whether a statement only ends the loop, under a condition."""
    return (
        isinstance(statement, ast.If) and not statement.orelse and isinstance(statement.body[-1], ast.Break)
    )


def is_read_further(body: list[ast.stmt], name: str, counters: set[str]) -> bool:
    """Tell whether a round reads more of a list than its last value."""
    every = [item for statement in body for item in ast.walk(statement)]
    known = [item.value for item in every if isinstance(item, ast.Subscript) and is_last(item, counters)]
    known += [item.value.func.value for item in every if grown(item) == name]  # type: ignore[attr-defined]
    reads = (item for item in every if isinstance(item, ast.Name) and item.id == name)
    return any(all(item is not one for one in known) for item in reads)


def is_last(node: ast.Subscript, counters: set[str]) -> bool:
    """Tell whether an entry of a list is its last, or the one with the number of the round."""
    return ast.unparse(node.slice) in {"-1", *counters}


class Replaced(ast.NodeTransformer):
    """Exchanges what makes some lists longer, and what reads their last value by the number of the round."""

    def __init__(self, names: set[str], counters: set[str]) -> None:
        """Remember the lists, and the names that count rounds."""
        self.names, self.counters = names, counters

    def visit_Expr(self, node: ast.Expr) -> Any:
        """Exchange one call of ``append``."""
        self.generic_visit(node)
        if not grown(node):
            return node
        assert isinstance(node.value, ast.Call)
        assert isinstance(node.value.func, ast.Attribute)
        last = ast.Subscript(node.value.func.value, ast.Constant(-1), ast.Store())
        return ast.copy_location(ast.Assign([last], node.value.args[0]), node)

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        """Exchange one index."""
        self.generic_visit(node)
        if base(node.value) in self.names and is_last(node, self.counters):
            node.slice = ast.copy_location(ast.Constant(-1), node.slice)
        return node
