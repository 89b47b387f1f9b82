"""Accept what old versions accepted: torch's ``loss.data[0]`` for a tensor without axes, numpy's ``mat``."""

from __future__ import annotations

import ast
from typing import Any

FIRST = "__look_first__"
"""The name under which a rewritten script finds ``first``."""

RENAMED = {
    "mat": "asmatrix",
    "float_": "float64",
    "Inf": "inf",
    "Infinity": "inf",
    "infty": "inf",
    "NaN": "nan",
    "NAN": "nan",
    "product": "prod",
    "cumproduct": "cumprod",
    "alltrue": "all",
    "sometrue": "any",
    "round_": "round",
    "row_stack": "vstack",
    "in1d": "isin",
    "trapz": "trapezoid",
}
"""Names that numpy 2 has dropped, and those that stand for the same today."""


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


def as_ever(module: Any) -> None:
    """Have names of old versions of numpy stand for what they stood for."""
    for name, real in (("float", float), ("int", int), ("bool", bool), ("object", object)):
        if name not in module.__dict__:
            setattr(module, name, real)
    for name, now in RENAMED.items():
        if name not in module.__dict__:
            setattr(module, name, getattr(module, now))
