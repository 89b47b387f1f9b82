"""Rewrite statements so that they tell that they ran, and losses so that they tell their value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from typing import Any

from grader.inside.scripts.rewriting.comparing import Compared
from grader.inside.scripts.rewriting.hooks import AFTER, DIFFERENCE, VALUE, call, valued
from grader.inside.scripts.rewriting.shown import Shown
from grader.inside.scripts.rewriting.syntax import (
    TOTAL,
    Round,
    base,
    bound_names,
    is_loss_name,
    loads,
    targets,
)

ERROR = re.compile(r"\blog\(|\*\* ?2\b|square\(")
"""What says that the summand of a total is a sample's loss."""


class Recorder(ast.NodeTransformer):
    """Have every simple statement of functions and loop tell that it ran, and losses their value."""

    def __init__(self) -> None:
        """Begin outside of functions."""
        self.active = False
        self.function = ""

    def visit_all(self, tree: ast.Module, loop: Round) -> None:
        """Rewrite all functions, and the loop if it stands outside of them."""
        for node in tree.body:
            self.visit(node)
            Compared().visit(node)
        if not self.done(loop):
            self.active = True
            loop.body = self.block(loop.body)
            self.active = False

    def done(self, loop: Round) -> bool:
        """Tell whether the loop was rewritten already, as part of a function."""
        return getattr(loop, "recorded", False)

    def block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """Rewrite the statements of a block."""
        made: list[ast.stmt] = []
        for statement in body:
            done = self.visit(statement)
            made += done if isinstance(done, list) else [done]
        return made

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        """Rewrite a function's body."""
        before, self.active, name, self.function = self.active, True, self.function, node.name
        node.body = self.block(node.body)
        self.active, self.function = before, name
        return node

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        """Leave lambdas as they are."""
        return node

    def visit_For(self, node: ast.For) -> Any:
        """Mark loops that are rewritten with their function."""
        if self.active:
            node.recorded = True  # type: ignore[attr-defined]
        return self.generic_visit(node)

    def visit_While(self, node: ast.While) -> Any:
        """Mark loops that are rewritten with their function."""
        if self.active:
            node.recorded = True  # type: ignore[attr-defined]
        return self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> Any:
        """Record what is printed or kept; then tell that the statement ran."""
        if self.active and isinstance(node.value, ast.Call):
            Shown().record(node.value)
        return self.told(node)

    def visit_Assign(self, node: ast.Assign) -> Any:
        """Record a loss that a function works out under a local name."""
        if self.active:
            node.value = self.recorded_calls(node.value, targets(node))
            name = ast.unparse(node.targets[0])
            single = len(node.targets) == 1 and isinstance(node.targets[0], ast.Name | ast.Attribute)
            if single and is_loss_name(name):
                where = f" in {self.function}" if self.function else ""
                node.value = valued(f"local:{name}{where}", node.value)
        return self.told(node)

    def recorded_calls(self, value: ast.expr, moved: Iterable[ast.expr] = ()) -> ast.expr:
        """Record the calls of functions that are named like a loss, and differences but for steps."""
        names = {base(item) for item in moved}
        return RecordCalls(value, names | drawn_from(value, names)).visit(value)  # type: ignore[no-any-return]

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """Tell that the statement ran."""
        if self.active:
            node.value = self.recorded_calls(node.value)
            name = ast.unparse(node.target)
            if isinstance(node.op, ast.Add) and TOTAL.search(name) and ERROR.search(ast.unparse(node.value)):
                node.value = valued(f"added:{name}", node.value)
        return self.told(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        """Tell that the statement ran."""
        return self.told(node)

    def visit_Return(self, node: ast.Return) -> Any:
        """Record what a function named like a loss returns."""
        if not self.active or node.value is None:
            return node
        node.value = self.recorded_calls(node.value)
        if is_loss_name(self.function):
            node.value = valued(f"returned:{self.function}", node.value)
        return node

    def told(self, node: ast.stmt) -> Any:
        """Add a call behind a statement that tells its line."""
        if not self.active:
            return node
        return [node, ast.copy_location(ast.Expr(call(AFTER, ast.Constant(node.lineno))), node)]


RATE = re.compile(r"^(lr|learning_?rate|eta|step_?size|rate)$", re.IGNORECASE)
"""Names of rates that are never those of a parameter: what they multiply is a step."""


def is_step(node: ast.AST, moved: set[str | None]) -> bool:
    """Tell whether a difference is a step: what is moved, or a share of it, less something."""
    if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub)):
        return False
    left = node.left
    parts = (left.left, left.right) if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Mult) else ()
    return any(base(part) in moved - {None} for part in (left, *parts)) or (
        isinstance(node.right, ast.BinOp)
        and any(RATE.match(name.rpartition(".")[2]) for name in places(node.right))
    )


def places(node: ast.AST) -> set[str]:
    """Return the names and attributes below a node, as they are written."""
    return {ast.unparse(item) for item in ast.walk(node) if isinstance(item, ast.Name | ast.Attribute)}


def drawn_from(value: ast.expr, moved: set[str | None]) -> set[str | None]:
    """Return the variables of comprehensions that go over what is moved, as ``p`` in ``[p - g for p …]``."""
    parts = [item for item in ast.walk(value) if isinstance(item, ast.comprehension)]
    return {name for part in parts if moved & loads(part.iter) for name in bound_names(part.target)}


class RecordCalls(ast.NodeTransformer):
    """Have calls of functions that are named like a loss, and differences, record their value."""

    def __init__(self, node: ast.AST, moved: set[str | None]) -> None:
        """Note the texts as the script has them, before anything is rewritten."""
        parts = (item for item in ast.walk(node) if isinstance(item, ast.Call | ast.BinOp))
        self.texts = {id(item): ast.unparse(item)[:60] for item in parts if not is_step(item, moved)}

    def visit_Call(self, node: ast.Call) -> Any:
        """Wrap one call; look into its arguments first."""
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if not is_loss_name(name) or name == VALUE:
            return node
        return valued(f"call:{self.texts.get(id(node), name)}", node)

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        """Record a difference: it may be the error of a loss that the script never works out."""
        text = self.texts.get(id(node), "")
        self.generic_visit(node)
        if not isinstance(node.op, ast.Sub) or isinstance(node.left, ast.Constant) or not text:
            return node
        return call(DIFFERENCE, ast.Constant(text), node.left, node.right)

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        """Leave lambdas as they are."""
        return node
