"""Read off a program's code, without running it, which names and texts it uses."""

from __future__ import annotations

import ast
import functools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from grader.keys.pieces import pieces


@dataclass(frozen=True)
class Code:
    """What a program's code says: never what stands in its comments and docstrings.

    ``names`` are plain and imported names, ``attributes`` stand behind a dot, ``constants`` are whole texts.
    """

    names: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    constants: frozenset[str] = frozenset()

    def mentions(self, words: Collection[str]) -> bool:
        """Tell whether one of the words is a name, an attribute or the whole of a text in the code."""
        return not (self.names | self.attributes | self.constants).isdisjoint(words)


@functools.lru_cache(64)  # it is asked for when the server is chosen, and when the report is made
def read_code(text: str) -> Code:
    """Return what a program's code says; nothing where it is not Python, which does not run either."""
    try:
        codes = [code_of(piece) for piece in pieces(text)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Code()
    return Code(
        names=frozenset().union(*(code.names for code in codes)),
        attributes=frozenset().union(*(code.attributes for code in codes)),
        constants=frozenset().union(*(code.constants for code in codes)),
    )


@functools.lru_cache(1024)
def code_of(piece: str) -> Code:
    """Return what some statements of a program say."""
    module = ast.parse(piece)
    nodes = [node for part in module.body if not is_main_guard(part) for node in ast.walk(part)]
    loose = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return Code(
        names=frozenset(name for node in nodes for name in names_of(node)),
        attributes=frozenset(node.attr for node in nodes if isinstance(node, ast.Attribute)),
        constants=frozenset(
            node.value
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose
        ),
    )


def is_main_guard(node: ast.stmt) -> bool:
    """Tell whether a statement is `if __name__ == "__main__":`, which a grading never enters."""
    test = node.test if isinstance(node, ast.If) else None
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"


def names_of(node: ast.AST) -> Iterator[str]:
    """Yield the names that a node uses or imports; of a dotted one every part."""
    if isinstance(node, ast.Name):
        yield node.id
    if isinstance(node, ast.Import):
        for one in node.names:
            yield from one.name.split(".")
    if isinstance(node, ast.ImportFrom):
        yield from (node.module or "").split(".")
        yield from (one.name for one in node.names)
