"""Write other names in a piece of code."""

from __future__ import annotations

import ast
from collections.abc import Mapping


class Renamed(ast.NodeTransformer):
    """Writes other names in the place of some."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take the new names by the old ones."""
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Return the name that belongs there."""
        return ast.Name(self.names.get(node.id, node.id), node.ctx)
