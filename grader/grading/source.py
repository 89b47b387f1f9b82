"""What a program's code holds, as far as sentences speak of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Source:
    """The nodes of a program's code outside its main guard, and the names it calls."""

    nodes: tuple[ast.AST, ...] = ()
    called: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    known: bool = True
    body: tuple[ast.stmt, ...] = ()
    text: str = ""

    def reached_from(self, task: str) -> Source:
        """Return the code that a task may run: its own definition, and those of the file that it uses."""
        if not self.known:
            return self
        defined = {name: node for node in self.body for name in defined_names(node)}
        reached: dict[int, ast.stmt] = {}
        todo = [task.partition(".")[0]]
        while todo:
            node = defined.get(todo.pop())
            if node is not None and id(node) not in reached:
                reached[id(node)] = node
                todo += [one.id for one in ast.walk(node) if isinstance(one, ast.Name)]
        return source_of(list(reached.values()))

    def has(self, *kinds: type[ast.AST]) -> bool:
        """Tell whether a node of one of these kinds is there."""
        return any(isinstance(node, kinds) for node in self.nodes)

    @property
    def has_idle_line(self) -> bool:
        """Whether a line is nothing but a name, as `optimiser.step` is where brackets were forgotten."""
        lines = (node.value for node in self.nodes if isinstance(node, ast.Expr))
        return any(isinstance(value, ast.Name | ast.Attribute) for value in lines)

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


def read_source(text: str) -> Source:
    """Return what a program's code holds; nothing where it is not Python."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Source()
    return replace(source_of(tree.body), text=text)


def source_of(body: Sequence[ast.stmt]) -> Source:
    """Return what some statements hold."""
    nodes = tuple(node for statement in body for node in ast.walk(statement))
    called = frozenset(name for node in nodes if isinstance(node, ast.Call) for name in last_name(node.func))
    names = frozenset(node.id for node in nodes if isinstance(node, ast.Name))
    arguments = frozenset(node.arg for node in nodes if isinstance(node, ast.arg))
    return Source(nodes, called, names | arguments, body=tuple(body))


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
