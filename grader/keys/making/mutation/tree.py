"""A definition whose parts can be exchanged, and what a mutation operator makes of it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class SourceMutant:
    """A changed definition's text, and what was changed: a sentence's id with its words."""

    sentence: str
    text: str
    words: Mapping[str, str] = field(default_factory=dict)


Operator = Callable[[ast.AST, tuple[str, ...]], Iterator["Replacement"]]
"""Yields the changes of one node; the names are those of the function's parameters and variables."""
Replacement = tuple[str, ast.AST, Mapping[str, str]]
"""A sentence's id, what stands in the node's place, and the sentence's words."""
NO_WORDS: Mapping[str, str] = MappingProxyType({})


class Tree:
    """A function's syntax tree in which nodes can be exchanged for the time of writing it out."""

    def __init__(self, function: ast.FunctionDef) -> None:
        """Note where every node hangs."""
        self.function = function
        self.places: dict[ast.AST, tuple[ast.AST, str, int | None]] = {}
        for parent in ast.walk(function):
            for name, value in ast.iter_fields(parent):
                for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
                    if isinstance(child, ast.AST):
                        self.places[child] = (parent, name, index)

    def with_other(self, nodes: Mapping[ast.AST, ast.AST]) -> str:
        """Return the function's text with some nodes exchanged; the tree itself stays as it was."""
        for node, other in nodes.items():
            self.put(node, other)
        text = ast.unparse(self.function)
        for node in nodes:
            self.put(node, node)
        return text

    def put(self, place: ast.AST, node: ast.AST) -> None:
        """Hang a node where another one belongs."""
        parent, name, index = self.places[place]
        if index is None:
            setattr(parent, name, node)
        else:
            getattr(parent, name)[index] = node


def body_of(function: ast.FunctionDef) -> list[ast.stmt]:
    """Return a function's statements without its docstring."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return function.body[1:] if documented else function.body


def local_names(function: ast.FunctionDef) -> tuple[str, ...]:
    """Return the names of a function's parameters and variables, in order."""
    names = [argument.arg for argument in function.args.args]
    names += [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return tuple(dict.fromkeys(names))
