"""Which statements of a program a scenario can reach: what it gives hangs on no other.

A misconception changes one task of a page. On the checks that never call this task, it does what the
reference does, statement for statement.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from grader.keys.making.mutants import MUTANT
from grader.keys.pieces import pieces
from grader.keys.staleness import bare_tree, statements

UNSEEN = frozenset(
    ("__dict__", "__globals__", "builtins", "dir", "eval", "exec", "gc", "globals", "importlib", "inspect")
).union(("locals", "set_default_dtype", "sys", "vars"))
"""Who uses one of these may reach, or change for others, what no name in the code tells."""

ENTERED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
"""What is defined without being run."""

PLAIN_MARKS = frozenset(("classmethod", "property", "staticmethod"))


@dataclass(frozen=True)
class Told:
    """What some statements say: the names they bind and use, and whether they only define something.

    ``classes`` are those they define, ``owners`` the names of things in which they set an attribute.
    """

    binds: frozenset[str]
    uses: frozenset[str]
    defines: bool
    classes: frozenset[str]
    owners: frozenset[str]

    def hangs(self, names: Collection[str], classes: Collection[str]) -> bool:
        """Tell whether they can matter where some names are used, of a program with some classes.

        What is set in a library may matter to anything that calls it.
        """
        return not (self.defines and self.binds.isdisjoint(names) and self.owners.issubset(classes))


@dataclass(frozen=True)
class Reach:
    """Some statements of a program: the text of each, and the line of the program before it."""

    parts: tuple[tuple[str, int], ...]

    @cached_property
    def digest(self) -> str:
        """What changes with the code of one of them, not with its prose or place."""
        return hashlib.sha256(repr([bare_code(text) for text, _ in self.parts]).encode()).hexdigest()

    @cached_property
    def begins(self) -> list[int]:
        """The lines on which their nodes begin, in an order that positions do not change."""
        return [first + begin for text, first in self.parts for begin, _ in spans(text)]

    @cached_property
    def ends(self) -> list[int]:
        """The lines on which they end."""
        return [first + end for text, first in self.parts for _, end in spans(text)]


@lru_cache(256)
def whole(text: str) -> Reach | None:
    """Return all statements of a program, None where it is not Python."""
    try:
        found = Reach(tuple(zip(pieces(text), first_lines(text), strict=True)))
        return found if found.digest else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def first_lines(text: str) -> Iterator[int]:
    """Yield how many lines stand before each of a program's pieces."""
    start = 0
    for piece in pieces(text):
        start = text.index(piece, start)
        yield text.count("\n", 0, start)
        start += len(piece)


@lru_cache(8192)
def reached(text: str, words: frozenset[str]) -> Reach:
    """Return what can run of a program, as it is loaded and where the words are called."""
    program = whole(text)
    assert program is not None
    left = {place: told(part) for place, (part, _) in enumerate(program.parts)}
    classes = {name for one in left.values() for name in one.classes}
    names, found = set(words), set[int]()
    while True:
        new = {place for place, one in left.items() if one.hangs(names, classes)}
        if not new:
            break
        names.update(*(left.pop(place).uses for place in new))
        found |= new
    if not UNSEEN.isdisjoint(names):
        return program
    return Reach(tuple(part for place, part in enumerate(program.parts) if place in found))


@lru_cache(4096)
def told(piece: str) -> Told:
    """Return what some statements say."""
    tree = bare_tree(piece)
    nodes = list(ast.walk(tree))
    apart = {id(node.func) for node in nodes if isinstance(node, ast.Call) and is_apart(node)}
    return Told(
        frozenset().union(*map(bound, tree.body)),
        frozenset(word for node in nodes if id(node) not in apart for word in used(node)),
        all(map(only_defines, tree.body)) and not any(isinstance(node, ast.Global) for node in nodes),
        frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef)),
        frozenset(name for node in tree.body for name in owners(node)),
    )


@lru_cache(4096)
def bare_code(piece: str) -> str:
    """Return some statements as one text that neither docstrings nor positions change.

    A mutant is one already: it was written out from a tree.
    """
    return piece if piece.startswith(f"def {MUTANT}") else ast.dump(bare_tree(piece))


@lru_cache(4096)
def spans(piece: str) -> tuple[tuple[int, int], ...]:
    """Return the lines from which and to which each node of some statements stands."""
    nodes = (node for node in ast.walk(bare_tree(piece)) if isinstance(node, ast.stmt | ast.expr))
    return tuple((node.lineno, node.end_lineno or 0) for node in nodes)


def bound(node: ast.stmt) -> set[str]:
    """Return the names that a statement defines, or whose thing it changes."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else []
    return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}


def owners(node: ast.stmt) -> list[str]:
    """Return the names of the things in which a statement sets an attribute."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    inside = [part for one in targets if not isinstance(one, ast.Name) for part in ast.walk(one)]
    return [part.id for part in inside if isinstance(part, ast.Name)]


def used(node: ast.AST) -> list[str]:
    """Return the words by which a node may reach something."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [node.attr]
    if isinstance(node, ast.alias):
        return node.name.split(".")
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.split(".") if re.fullmatch(r"[\w.]+", node.value) else []
    return []


def is_apart(call: ast.Call) -> bool:
    """Tell whether a call executes a text in a namespace of its own: it reaches nothing of the program."""
    return isinstance(call.func, ast.Name) and call.func.id == "exec" and len(call.args) > 1


def only_defines(node: ast.stmt) -> bool:
    """Tell whether a statement changes nothing but what its own names stand for."""
    if isinstance(node, ast.Assign):
        return all(isinstance(part, LINKS) for item in (*node.targets, node.value) for part in ast.walk(item))
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return False
    marks = [mark for part in statements(node) for mark in getattr(part, "decorator_list", ())]
    own = getattr(node, "decorator_list", ())
    known = all(isinstance(mark, ast.Name) and mark.id in PLAIN_MARKS for mark in marks)
    return (
        not own and known and not any(isinstance(part, ast.Call | ast.keyword) for part in run_at_once(node))
    )


LINKS = (ast.Name, ast.Attribute, ast.Constant, ast.expr_context)
"""What an assignment may consist of that only gives a thing another name."""


def run_at_once(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run where a definition stands, not where it is called."""
    yield node
    for name, value in ast.iter_fields(node):
        if isinstance(node, ENTERED) and name == "body":
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, ast.AST):
                yield from run_at_once(part)
