"""A change to one place of a program: what stands there now, and what might belong there."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Change:
    """One change. ``kind`` names the sentence about what stands in ``place`` now.

    ``adds`` marks a change that puts something where nothing stands: one change may fit in many places.
    ``other`` is an expression for an expression, statements for a statement, and a whole block where
    ``block`` names one of ``place``. ``at`` is what the sentence speaks of, if it is not the place.
    ``anchor`` is the statement before which, or ``behind`` which, a line stands instead that is moved.
    """

    kind: str
    place: ast.expr | ast.stmt
    other: ast.expr | list[ast.stmt]
    words: Mapping[str, str | ast.AST] = field(default_factory=dict)
    adds: bool = False
    block: str = ""
    at: ast.stmt | None = None
    anchor: ast.stmt | None = None
    behind: bool = False

    @property
    def line(self) -> int:
        """The line of the program that the sentence speaks of."""
        return (self.at or self.place).lineno

    def quoted(self) -> dict[str, str]:
        """Return the words of the sentence. Only here is code written out: most changes explain nothing."""
        inside = "symbol" in self.words
        return {
            name: word if isinstance(word, str) else source(word, inside) for name, word in self.words.items()
        }


def said_of(change: Change) -> tuple[str, int, str]:
    """Return what a student would read of one change."""
    return change.kind, change.line, str(sorted(change.quoted().items()))


Changes = Callable[[ast.AST, tuple[str, ...]], Iterator[Change]]
"""Yields the changes at one node; the names are those of the function's parameters and variables."""


def source(node: ast.AST, inside: bool = False, at_most: int = 40) -> str:
    """Return code as text, cut where it is long; a formula ``inside`` another one stands in brackets."""
    text = " ".join(ast.unparse(node).split())
    text = f"({text})" if isinstance(node, ast.BinOp) and inside else text
    return text if len(text) <= at_most else f"{text[: at_most - 1]}…"


def call(function: str, argument: ast.expr) -> ast.expr:
    """Return a call of a function by its name."""
    return ast.Call(ast.Name(function, ast.Load()), [argument], [])


def last_name(function: ast.expr) -> str:
    """Return the last part of a called name."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def renamed(node: ast.Call, name: str) -> ast.expr:
    """Return a call of another function of the same module, or another method of the same value."""
    function: ast.expr = ast.Name(name, ast.Load())
    if isinstance(node.func, ast.Attribute):
        function = ast.Attribute(node.func.value, name, ast.Load())
    return ast.Call(function, node.args, node.keywords)


def only_argument(node: ast.Call) -> ast.expr | None:
    """Return the only thing that a call works on: its first argument, or the value whose method it is."""
    if node.args and not isinstance(node.args[0], ast.Starred):
        return node.args[0] if len(node.args) == 1 else None
    if not node.args and isinstance(node.func, ast.Attribute):
        return node.func.value
    return None


def times(one: ast.expr, other: ast.expr) -> ast.expr:
    """Return a product."""
    return ast.BinOp(one, ast.Mult(), other)


def words_of(line: ast.stmt) -> dict[str, ast.stmt]:
    """Return what a sentence quotes of a line."""
    return {"written": line}
