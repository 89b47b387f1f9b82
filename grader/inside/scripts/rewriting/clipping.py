"""Let gradients through whole that a script keeps within bounds, so that its steps can be looked at."""

from __future__ import annotations

import ast
import re
from typing import Any

GRADIENT = re.compile(
    r"^([\w.]+\.)?(\w*grad\w*|d[wbxyzWBU]\w{0,2}|d_\w{1,3}|g_?[wb]?\d?)(\[.*\])?$", re.IGNORECASE
)
"""Names that people give to a gradient, and not to data."""

BOUNDS = frozenset({"clip", "clamp"})
BY_TORCH = frozenset({"clip_grad_norm_", "clip_grad_value_", "clip_grad_norm"})
"""Calls that keep what they are given within bounds, and gradients of tensors."""


class Unclipped(ast.NodeTransformer):
    """Exchange what keeps a gradient within bounds for the gradient itself."""

    def __init__(self) -> None:
        """Begin with none found."""
        self.found = False

    def visit_Call(self, node: ast.Call) -> Any:
        """Exchange one call; torch's own, which gives the length of the gradients, gives 0."""
        self.generic_visit(node)
        bounded = clipped(node)
        if bounded is None:
            return node
        self.found = True
        return bounded


def clipped(node: ast.Call) -> ast.expr | None:
    """Return the gradient that a call keeps within bounds, None where it is another call."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in BY_TORCH:
        return ast.copy_location(ast.Constant(0.0), node)
    if name in BOUNDS and node.args and GRADIENT.match(ast.unparse(node.args[0])):
        return node.args[0]
    return None


def is_clipped(text: str) -> bool:
    """Tell whether a script keeps gradients within bounds in a way that can be left out."""
    return any(isinstance(node, ast.Call) and clipped(node) is not None for node in ast.walk(ast.parse(text)))
