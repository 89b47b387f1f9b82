"""Record what a script prints or keeps of a round: its loss is often among it, and under that name."""

from __future__ import annotations

import ast
import re

from grader.inside.scripts.rewriting.hooks import valued
from grader.inside.scripts.rewriting.syntax import is_loss_name

SHOWING = frozenset({"print", "append", "format", "write", "set_description", "set_postfix"})
"""Calls whose arguments are worth recording."""

WRAPPERS = frozenset({"str", "round", "float", "repr", "np.round", "np.around"})
"""Calls that only change how a number looks."""

TOLD = re.compile(r"(loss|cost|\bmse|损失|代价)(值|函数)?( is| value)?[\s:：=\->,]*$", re.IGNORECASE)
"""What stands before a number that is called the loss."""

KEPT = re.compile(r"loss|cost|mse|损失", re.IGNORECASE)
"""Names of lists in which losses are kept."""

SQUARE = re.compile(r"\*\* ?2|square|mse", re.IGNORECASE)
"""What says that a number is an error and not a parameter."""

SPECIFIER = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?[diouxXeEfFgGrs]|\{[^{}]*\}")
"""A place in a template where a number goes."""

LONGEST = 60
"""Letters of an expression in its label."""


class Shown:
    """One call that shows numbers: goes through its texts and numbers in their order."""

    def __init__(self) -> None:
        """Begin before the first text."""
        self.text = ""

    def record(self, shown: ast.Call) -> None:
        """Record the numbers that a call prints or keeps, those in calls among its arguments too."""
        function = shown.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        if name == "append" and isinstance(function, ast.Attribute):
            self.keep(shown, function.value)
        elif name in SHOWING:
            shown.args = [self.visit(item) for item in shown.args]

    def keep(self, shown: ast.Call, holder: ast.expr) -> None:
        """Record what is appended to a list, as a loss where the list is called so."""
        text = ast.unparse(holder)
        for place, value in enumerate(shown.args[:1]):
            error = "hist" in text.lower() and SQUARE.search(ast.unparse(value))
            if isinstance(value, ast.Call) and is_loss_name(ast.unparse(value.func)):
                shown.args[place] = valued(f"call:{ast.unparse(value)[:LONGEST]}", value)
            elif isinstance(holder, ast.Name) or not (KEPT.search(text) or error):
                shown.args[place] = self.visit(value)
            elif not isinstance(value, ast.Constant):
                shown.args[place] = valued(f"kept:{text[:LONGEST]}", value)

    def visit(self, node: ast.expr) -> ast.expr:
        """Return an expression that also records the numbers in it."""
        if isinstance(node, ast.Constant):
            self.text = self.text + node.value if isinstance(node.value, str) else ""
            return node
        if isinstance(node, ast.JoinedStr):
            return self.visit_fstring(node)
        if isinstance(node, ast.BinOp) and has_text(node):
            return self.visit_text(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in WRAPPERS and node.args:
            node.args[0] = self.visit(node.args[0])
            return node
        template = template_of(node)
        if isinstance(node, ast.Call) and template is not None:
            node.args = self.fill(template, node.args)
            return node
        return self.number(node)

    def visit_fstring(self, node: ast.JoinedStr) -> ast.expr:
        """Go through the parts of an f-string."""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                part.value = self.visit(part.value)
            else:
                self.visit(part)
        return node

    def visit_text(self, node: ast.BinOp) -> ast.expr:
        """Go through two texts that are joined, or through a template and its numbers."""
        if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
            parts = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
            filled = self.fill(str(node.left.value), parts)
            node.right = ast.Tuple(filled, ast.Load()) if isinstance(node.right, ast.Tuple) else filled[0]
        elif isinstance(node.op, ast.Add):
            node.left = self.visit(node.left)
            node.right = self.visit(node.right)
        return node

    def fill(self, template: str, values: list[ast.expr]) -> list[ast.expr]:
        """Go through a template: before each number stands the text up to its place."""
        texts = SPECIFIER.split(template)
        made = []
        for place, value in enumerate(values):
            self.text += texts[place] if place < len(texts) else ""
            made.append(self.visit(value))
        self.text = texts[-1]
        return made

    def number(self, node: ast.expr) -> ast.expr:
        """Record one number, as the loss where the text before it says so."""
        told, self.text = bool(TOLD.search(self.text)), ""
        if is_share(node):
            return valued(f"kept:{ast.unparse(node)[:LONGEST]}", node)
        if isinstance(node, ast.Starred) or not (told or isinstance(node, ast.Call | ast.BinOp)):
            return node
        return valued(f"{'told' if told else 'shown'}:{ast.unparse(node)[:LONGEST]}", node)


def is_share(node: ast.expr) -> bool:
    """Tell whether a loss is shown divided, as in ``cost / n``: what the script adds up is a part of it."""
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.left, ast.Name)
        and is_loss_name(node.left.id)
    )


def template_of(node: ast.expr) -> str | None:
    """Return the text whose ``format`` is called, None for anything else."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        value = getattr(node.func.value, "value", None)
        return value if isinstance(value, str) else None
    return None


def has_text(node: ast.AST) -> bool:
    """Tell whether a text stands anywhere in an expression."""
    return any(
        isinstance(item, ast.JoinedStr) or (isinstance(item, ast.Constant) and isinstance(item.value, str))
        for item in ast.walk(node)
    )
