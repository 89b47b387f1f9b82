"""One program in which each of many changes can be switched on.

Every changed place becomes a choice: what stands there, or what might, if that change's number is among the
active ones. So the program is compiled once, whatever the number of changes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.grading.repairs.change import Change

ACTIVE = "grader_active_changes"
"""The name of the set of active numbers in the program."""


@dataclass(frozen=True)
class Weaving:
    """The changes to be woven in, by place: (number, what might stand there)."""

    changes: Mapping[ast.AST, Sequence[tuple[int, Change]]] = field(default_factory=dict)

    def program(self, tree: ast.Module) -> str:
        """Return a program's text with every change in it, none of them active."""
        body = [line for statement in tree.body for line in self.statement(statement)]
        first = 0
        while first < len(body) and is_preface(body[first]):
            first += 1
        switch = ast.parse(f"{ACTIVE} = set()").body
        whole = ast.Module([*body[:first], *switch, *body[first:]], [])
        return ast.unparse(ast.fix_missing_locations(whole))

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        """Return a statement as a choice between itself and what might stand there."""
        woven: list[ast.stmt] = [self.rebuilt(node)]
        for number, change in self.changes.get(node, ()):
            if not change.block:
                assert isinstance(change.other, list)
                woven = [ast.If(test(number), change.other, woven)]
        return woven

    def expression(self, node: ast.expr) -> ast.expr:
        """Return an expression as a choice between itself and what might stand there."""
        # Written as `(1 in active and [this] or 2 in active and [that] or [as it is])[0]`: no depth.
        options: list[ast.expr] = []
        for number, change in self.changes.get(node, ()):
            assert isinstance(change.other, ast.expr)
            options.append(ast.BoolOp(ast.And(), [test(number), boxed(change.other)]))
        as_it_is: ast.expr = self.rebuilt(node)
        if not options:
            return as_it_is
        choice = ast.BoolOp(ast.Or(), [*options, boxed(as_it_is)])
        return ast.Subscript(choice, ast.Constant(0), ast.Load())

    def rebuilt(self, node: ast.AST) -> Any:
        """Return a copy of a node whose parts are choices; the node itself stays as it was."""
        parts = {name: self.part(value) for name, value in ast.iter_fields(node)}
        for number, change in self.changes.get(node, ()):
            if change.block:
                assert isinstance(change.other, list)
                parts[change.block] = [ast.If(test(number), change.other, parts[change.block])]
        return type(node)(**parts)

    def part(self, value: Any) -> Any:
        """Return a field of a node with its choices."""
        if isinstance(value, list):
            if value and all(isinstance(item, ast.stmt) for item in value):
                return [line for item in value for line in self.statement(item)]
            return [self.part(item) for item in value]
        if isinstance(value, ast.expr):
            return self.expression(value)
        return self.rebuilt(value) if isinstance(value, ast.AST) else value


def woven(tree: ast.Module, changes: Sequence[Change]) -> str:
    """Return a program's text with every change in it, each to be switched on by its place in the sequence.

    Raises:
        RecursionError: the program is nested too deeply.
    """
    by_place: dict[ast.AST, list[tuple[int, Change]]] = {}
    for number, change in enumerate(changes):
        by_place.setdefault(change.place, []).append((number, change))
    return Weaving(by_place).program(tree)


def test(number: int) -> ast.expr:
    """Return the question whether a change is active."""
    return ast.Compare(ast.Constant(number), [ast.In()], [ast.Name(ACTIVE, ast.Load())])


def boxed(node: ast.expr) -> ast.expr:
    """Return a list of one expression: whatever the expression gives, the list counts as true."""
    return ast.List([node], ast.Load())


def is_preface(node: ast.stmt) -> bool:
    """Tell whether a statement has to stand before all others: a docstring, or an import from the future."""
    documented = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return documented or (isinstance(node, ast.ImportFrom) and node.module == "__future__")


# ---- which changes there are ---------------------------------------------------------------------


def functions_of(tree: ast.Module, task: str, others: Sequence[str]) -> Iterator[ast.FunctionDef]:
    """Yield the task's function, then those of the file that it uses, other tasks left out."""
    defined = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    todo, done = [task.partition(".")[0]], set(others)
    while todo:
        name = todo.pop(0)
        node = defined.get(name)
        if node is None or name in done:
            continue
        done.add(name)
        yield from (inner for inner in ast.walk(node) if isinstance(inner, ast.FunctionDef))
        todo += [inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)]


def names_of(function: ast.FunctionDef) -> tuple[str, ...]:
    """Return the names of a function's parameters and variables, in order."""
    names = [argument.arg for argument in function.args.args]
    names += [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return tuple(dict.fromkeys(names))
