"""What a program's code holds, as far as sentences speak of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """A program's statements, or some of them, and what stands in them; worked out when it is asked for.

    Of most programs nothing is asked: they are right.
    """

    text: str = ""
    known: bool = True
    part: tuple[ast.stmt, ...] | None = None

    @cached_property
    def body(self) -> tuple[ast.stmt, ...]:
        """The statements; none where the text is not Python."""
        return statements(self.text) if self.part is None else self.part

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the statements."""
        return tuple(node for statement in self.body for node in ast.walk(statement))

    @cached_property
    def called(self) -> frozenset[str]:
        """The last part of every name that is called."""
        calls = (node for node in self.nodes if isinstance(node, ast.Call))
        return frozenset(name for node in calls for name in last_name(node.func))

    @cached_property
    def names(self) -> frozenset[str]:
        """The plain names that are used, and those of parameters."""
        used = {node.id for node in self.nodes if isinstance(node, ast.Name)}
        return frozenset(used | {node.arg for node in self.nodes if isinstance(node, ast.arg)})

    @cached_property
    def parts(self) -> dict[str, Source]:
        """What was asked for of the code, by task: much is asked of the same one."""
        return {}

    def reached_from(self, task: str) -> Source:
        """Return the code that a task may run: its own definition, and those of the file that it uses."""
        if self.known and task not in self.parts:
            self.parts[task] = self.part_of(task)
        return self.parts[task] if self.known else self

    def part_of(self, task: str) -> Source:
        """Work out the code that a task may run."""
        defined = {name: node for node in self.body for name in defined_names(node)}
        reached: dict[int, ast.stmt] = {}
        todo = [task.partition(".")[0]]
        while todo:
            node = defined.get(todo.pop())
            if node is not None and id(node) not in reached:
                reached[id(node)] = node
                todo += [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
        return Source(part=tuple(reached.values()))

    def has(self, *kinds: type[ast.AST]) -> bool:
        """Tell whether a node of one of these kinds is there."""
        return any(isinstance(node, kinds) for node in self.nodes)

    @property
    def has_idle_line(self) -> bool:
        """Whether a line is nothing but a name, as `optimiser.step` is where brackets were forgotten."""
        lines = (node.value for node in self.nodes if isinstance(node, ast.Expr))
        return any(isinstance(value, ast.Name | ast.Attribute) for value in lines)

    def returns_text(self, task: str) -> bool:
        """Whether every return of a task's function gives a text."""
        functions = [node for node in self.body if isinstance(node, ast.FunctionDef) and node.name == task]
        found = [value for node in functions[-1:] for value in returned(node)]
        return bool(found) and all(map(is_text, found))

    def reorders(self, task: str, labels: Sequence[str]) -> bool:
        """Tell whether a task's parameters have the page's names, or some of them, in another order."""
        functions = (node for node in self.body if isinstance(node, ast.FunctionDef) and node.name == task)
        return any(order_of(labels, node) is not None for node in functions)

    def applies(self, *operators: type[ast.operator]) -> bool:
        """Tell whether one of these operators is used, by itself or in an assignment."""
        return any(
            isinstance(node.op, operators)
            for node in self.nodes
            if isinstance(node, ast.BinOp | ast.AugAssign)
        )

    def calls(self, *names: str) -> bool:
        """Tell whether a function or method of one of these names is called."""
        return not self.called.isdisjoint(names)


UNKNOWN = Source(known=False)
"""Where no text is at hand nothing is held back: the programs of a page, seen when a key is made."""


def returned(node: ast.AST) -> Iterator[ast.expr | None]:
    """Yield what the returns of a function give, those of functions inside it left out."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.Return):
            yield inner.value
        elif not isinstance(inner, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            yield from returned(inner)


def is_text(node: ast.expr | None) -> bool:
    """Tell whether an expression is a text, whatever its names stand for."""
    match node:
        case ast.JoinedStr() | ast.Constant(str()) | ast.Call(ast.Name("str" | "repr")):
            return True
        case ast.BinOp(left, ast.Add() | ast.Mod(), _):
            return is_text(left)
        case ast.Call(ast.Attribute(value, "format" | "join" | "upper" | "lower")):
            return is_text(value)
        case ast.IfExp(_, one, other):
            return is_text(one) and is_text(other)
        case ast.Subscript(ast.Tuple(items) | ast.List(items)):
            return all(map(is_text, items))
    return False


def statements(text: str) -> tuple[ast.stmt, ...]:
    """Return a program's statements; none where it is not Python."""
    try:
        return tuple(ast.parse(text).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()


def defined_names(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement at the left margin defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name))


def last_name(node: ast.expr) -> Iterator[str]:
    """Yield the last part of a called name."""
    if isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.Name):
        yield node.id


def names_in(node: ast.AST) -> frozenset[str]:
    """Return the names that an expression reads."""
    return frozenset(one.id for one in ast.walk(node) if isinstance(one, ast.Name))


def order_of(labels: Sequence[str], function: ast.FunctionDef) -> tuple[int, ...] | None:
    """Return at which place the page gives each of a function's parameters; None where the order is its own.

    What has the page's name is at the page's place; what is left stands at the places that are left.
    """
    given = function.args
    own = [one.arg for one in given.args]
    if len(own) != len(labels) or given.posonlyargs or given.kwonlyargs or given.vararg or given.kwarg:
        return None
    left = iter(place for place, label in enumerate(labels) if label not in own)
    order = tuple(labels.index(name) if name in labels else next(left) for name in own)
    return None if order == tuple(range(len(own))) else order
