"""One program in which each of many changes can be switched on.

Every changed place becomes a choice: what stands there, or what might, if that change's number is among the
active ones. So the program is compiled once, whatever the number of changes.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.grading.repairs.changes.change import Change
from grader.keys.staleness import statements

ACTIVE = "grader_active_changes"
"""The name of the set of active numbers in the program."""


@dataclass(frozen=True)
class Weaving:
    """The changes to be woven in, by place: (number, what might stand there)."""

    changes: Mapping[ast.AST, Sequence[tuple[int, Change]]] = field(default_factory=dict)
    made: Mapping[ast.AST, Change] = field(default_factory=dict)
    """Changes that are no question: the mistakes of another function, mended."""
    anchored: Mapping[ast.AST, Sequence[tuple[int | None, Change]]] = field(default_factory=dict)
    """Changes that move a line, by the statement to which: with None those that are no question."""

    def program(self, tree: ast.Module) -> str:
        """Return a program's text with every change in it, none of them active."""
        body = [line for statement in tree.body for line in self.statement(statement)]
        first = 0
        while first < len(body) and is_preface(body[first]):
            first += 1
        switch = ast.parse(f"{ACTIVE} = set()").body
        return ast.unparse(with_lines(ast.Module([*body[:first], *switch, *body[first:]], [])))

    def statement(self, node: ast.stmt) -> list[ast.stmt]:
        """Return a statement as a choice between itself and what might stand there, and lines moved there."""
        before, behind = self.moved(node, behind=False), self.moved(node, behind=True)
        return [*before, *self.choice(node), *behind]

    def moved(self, anchor: ast.stmt, behind: bool) -> list[ast.stmt]:
        """Return the lines that some changes move before a statement, or behind it."""
        lines: list[ast.stmt] = []
        for number, change in self.anchored.get(anchor, ()):
            if change.behind == behind and change.at is not None:
                lines += [change.at] if number is None else [ast.If(test(number), [change.at], [])]
        return lines

    def choice(self, node: ast.stmt) -> list[ast.stmt]:
        """Return a statement as a choice between itself and what might stand there."""
        made = self.made.get(node)
        if made is not None and not made.block:
            assert isinstance(made.other, list)
            return made.other
        woven: list[ast.stmt] = [self.rebuilt(node)]
        for number, change in self.changes.get(node, ()):
            if not change.block:
                assert isinstance(change.other, list)
                # A line has few parts that are looked into twice; elsewhere the text would grow too long.
                deep = change.kind == "results_exchanged"
                other = [self.rebuilt(line) for line in change.other] if deep else change.other
                woven = [ast.If(test(number), other, woven)]
        return woven

    def expression(self, node: ast.expr) -> ast.expr:
        """Return an expression as a choice between itself and what might stand there.

        Its operands are worked out before the choice, so that changes in them and around them go together.
        """
        if node in self.made:
            made = self.made[node].other
            assert isinstance(made, ast.expr)
            return made
        changes = self.changes.get(node, ())
        if not changes:
            return self.rebuilt(node)  # type: ignore[no-any-return]
        operands = operands_of(node)
        names = [f"{OPERAND}_{place}" for place in range(len(operands))]
        stands: dict[int, ast.expr] = {
            id(one): ast.Name(name, ast.Load()) for one, name in zip(operands, names, strict=True)
        }
        as_it_is = self.rebuilt(node) if not operands else replaced(node, stands, whole=False)
        # Written as `(place in active and (1 in active and [this] or 2 in active and [that]) or [as it
        # is])[0]`: no depth, and one question where no change of the place is active.
        options: list[ast.expr] = []
        for number, change in changes:
            assert isinstance(change.other, ast.expr)
            other = replaced(change.other, {**stands, id(node): as_it_is} if operands else {})
            options.append(ast.BoolOp(ast.And(), [test(number), boxed(other)]))
        asked = ast.BoolOp(ast.And(), [test(mark_of(changes[0][0])), ast.BoolOp(ast.Or(), options)])
        either = ast.BoolOp(ast.Or(), [asked, boxed(as_it_is)])
        choice = ast.Subscript(either, ast.Constant(0), ast.Load())
        if not operands:
            return choice
        arguments = ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
        return ast.Call(ast.Lambda(arguments, choice), [self.expression(one) for one in operands], [])

    def rebuilt(self, node: ast.AST) -> Any:
        """Return a copy of a node whose parts are choices; the node itself stays as it was."""
        parts = {name: self.part(value) for name, value in ast.iter_fields(node)}
        if node in self.made:
            parts[self.made[node].block] = self.made[node].other
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


def with_lines(module: ast.Module) -> ast.Module:
    """Return a module in which every statement has a line, which some are not laid out without."""
    for one in statements(module):
        if not hasattr(one, "lineno"):
            one.lineno = 1  # type: ignore[attr-defined]
    return module


def woven(tree: ast.Module, changes: Sequence[Change], made: Sequence[Change] = ()) -> str:
    """Return a program's text with every change in it, each to be switched on by its place in the sequence.

    What is ``made`` is changed already.

    Raises:
        RecursionError: the program is nested too deeply.
    """
    by_place: dict[ast.AST, list[tuple[int, Change]]] = {}
    anchored: dict[ast.AST, list[tuple[int | None, Change]]] = {}
    for number, change in [*enumerate(changes), *((None, one) for one in made)]:
        if number is not None:
            by_place.setdefault(change.place, []).append((number, change))
        if change.anchor is not None:
            anchored.setdefault(change.anchor, []).append((number, change))
    return Weaving(by_place, {one.place: one for one in made}, anchored).program(tree)


def mark_of(first: int) -> int:
    """Return the number that is active where any change of an expression is, by the first of them."""
    return -2 - first


def marks(changes: Sequence[Change]) -> tuple[int, ...]:
    """Return for each change the number that is active with it."""
    first: dict[int, int] = {}
    return tuple(mark_of(first.setdefault(id(one.place), number)) for number, one in enumerate(changes))


OPERAND = "grader_operand"
"""What the operands of an expression are called in the choice."""

UNMOVABLE = (ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom, ast.Starred)
"""What cannot be worked out elsewhere than where it stands."""


def operands_of(node: ast.expr) -> list[ast.expr]:
    """Return what an operation or a call works on, where that can be worked out before."""
    whole = list(ast.walk(node))
    if any(isinstance(one, UNMOVABLE) or (isinstance(one, ast.Name) and one.id == "super") for one in whole):
        return []
    match node:
        case ast.BinOp():
            return [node.left, node.right]
        case ast.UnaryOp():
            return [node.operand]
        case ast.Call():
            called = node.func.value if isinstance(node.func, ast.Attribute) else node.func
            return [called, *node.args, *(word.value for word in node.keywords)]
    return []


def replaced(node: Any, stands: Mapping[int, ast.expr], whole: bool = True) -> Any:
    """Return some code with other expressions in the place of some, of itself if ``whole``; never changed."""
    if not stands:
        return node
    if isinstance(node, list):
        return [replaced(item, stands) for item in node]
    if not isinstance(node, ast.AST):
        return node
    if whole and id(node) in stands:
        return stands[id(node)]
    return type(node)(**{name: replaced(value, stands) for name, value in ast.iter_fields(node)})


def test(number: int) -> ast.expr:
    """Return the question whether a change is active, as text: it stands there a thousand times."""
    return ast.Name(f"{number} in {ACTIVE}", ast.Load())


def boxed(node: ast.expr) -> ast.expr:
    """Return a list of one expression: whatever the expression gives, the list counts as true."""
    return ast.List([node], ast.Load())


def is_preface(node: ast.stmt) -> bool:
    """Tell whether a statement has to stand before all others: a docstring, or an import from the future."""
    documented = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return documented or (isinstance(node, ast.ImportFrom) and node.module == "__future__")
