"""Faults of alternatives that are the reference once more, in other words or by calling it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import deepcopy

from grader.prove.docstrings.docstrings import parameters
from grader.prove.evidence.proof import Evidence, Fault


def copied_alternatives(evidence: Evidence) -> Iterator[Fault]:
    """Report an alternative that is the reference once more: it confirms nothing."""
    for variant in evidence.exercise.alternatives:
        for target in variant.targets:
            own = evidence.source.tasks.get(target) or evidence.source.definitions.get(target)
            if own is not None and (
                body(own) == body(variant.definition) or only_calls(variant.definition, target)
            ):
                message = f"the alternative {variant.id} is the reference of {target} once more"
                yield Fault(
                    "copy",
                    evidence.line_of(variant.id),
                    f"{message}; write it in another way, or take it out",
                )


def body(node: ast.stmt) -> list[str]:
    """Return what a definition does: its parameters and its statements, its own names as numbers."""
    if not isinstance(node, ast.FunctionDef):
        return [ast.dump(node)]
    numbered = Numbered(node).visit(deepcopy(node))
    return [ast.dump(numbered.args), *map(ast.dump, without_name(statements(numbered)))]


def without_name(body: list[ast.stmt]) -> list[ast.stmt]:
    """Return statements without the name that a result gets just before it is returned."""
    *others, before, last = [ast.Pass(), ast.Pass(), *body]
    if not (isinstance(before, ast.Assign) and isinstance(last, ast.Return) and last.value is not None):
        return body
    named = [ast.unparse(one) for one in before.targets] == [ast.unparse(last.value)]
    return [*others[2:], ast.Return(before.value)] if named else body


def statements(node: ast.FunctionDef) -> list[ast.stmt]:
    """Return a function's statements without its docstring."""
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


class Numbered(ast.NodeTransformer):
    """Write a function's own variables as numbers, in the order in which they are assigned."""

    def __init__(self, node: ast.FunctionDef) -> None:
        """Take the function; its parameters keep their names."""
        stored = [
            part.id
            for part in ast.walk(node)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        ]
        own = [name for name in dict.fromkeys(stored) if name not in parameters(node)]
        self.numbers = {name: f"_{number}" for number, name in enumerate(own)}

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Exchange a variable's name for its number."""
        return ast.copy_location(ast.Name(self.numbers.get(node.id, node.id), node.ctx), node)


def only_calls(node: ast.stmt, target: str) -> bool:
    """Tell whether a function only hands its arguments to the target, which is the right one there."""
    if not isinstance(node, ast.FunctionDef):
        return False
    handed = ", ".join(parameters(node))
    return [ast.unparse(one) for one in statements(node)] == [f"return {target}({handed})"]
