"""Accept what old versions of torch accepted: ``loss.data[0]`` for a tensor without axes."""

from __future__ import annotations

import ast
from typing import Any

FIRST = "__look_first__"
"""The name under which a rewritten script finds ``first``."""


class OldIndexing(ast.NodeTransformer):
    """Put a call in the place of every ``….data[0]`` that is read."""

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        """Exchange one index."""
        self.generic_visit(node)
        data = isinstance(node.value, ast.Attribute) and node.value.attr == "data"
        zero = isinstance(node.slice, ast.Constant) and node.slice.value == 0
        if not (data and zero and isinstance(node.ctx, ast.Load)):
            return node
        return ast.copy_location(ast.Call(ast.Name(FIRST, ast.Load()), [node.value], []), node)


def first(data: Any) -> Any:
    """Return the first entry, or the number itself where there are no axes."""
    return data if getattr(data, "ndim", 1) == 0 else data[0]
