"""Rewrite comparisons so that they tell by how much a number is above its bound: a threshold unit's sum."""

from __future__ import annotations

import ast
from typing import Any

from grader.inside.scripts.rewriting.hooks import COMPARE, GUARD, call
from grader.inside.scripts.rewriting.syntax import moves

ORDER = ast.Lt | ast.LtE | ast.Gt | ast.GtE
SIMPLE = ast.Constant | ast.Name | ast.Attribute
"""What can be evaluated twice without harm."""

STEPS = frozenset({"sign", "heaviside"})
"""Functions of NumPy and torch that compare with 0."""


class Compared(ast.NodeTransformer):
    """Have every comparison by size tell what it compares."""

    def visit_If(self, node: ast.If) -> Any:
        """Have the condition of a step, ``if y * (w @ x + b) <= 0`` say, tell by how much it is met."""
        test = node.test
        self.generic_visit(node)
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and any(map(moves, node.body)):
            line, op = ast.Constant(node.lineno), test.ops[0]
            if isinstance(op, ORDER):
                sign = ast.Constant(-1 if isinstance(op, ast.Lt | ast.LtE) else 1)
                if isinstance(test.comparators[0], SIMPLE):
                    test.left = call(GUARD, line, sign, test.left, test.comparators[0])
            elif isinstance(op, ast.NotEq):
                node.test = call(GUARD, line, ast.Constant(0), test, ast.Constant(0))
        return node

    def visit_Compare(self, node: ast.Compare) -> Any:
        """Wrap the side that is worked out."""
        self.generic_visit(node)
        if len(node.ops) != 1 or not isinstance(node.ops[0], ORDER):
            return node
        right = node.comparators[0]
        if isinstance(right, SIMPLE):
            node.left = call(COMPARE, node.left, right)
        elif isinstance(node.left, SIMPLE):
            node.comparators = [call(COMPARE, right, node.left)]
        return node

    def visit_Call(self, node: ast.Call) -> Any:
        """Wrap what is given to a step function."""
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr in STEPS and node.args:
            node.args[0] = call(COMPARE, node.args[0], ast.Constant(0))
        return node
