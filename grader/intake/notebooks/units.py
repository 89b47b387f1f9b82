"""Take a cell apart into statements, each with the names it gives and the names it needs."""

from __future__ import annotations

import ast
import enum
import symtable
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from grader.intake.notebooks.magics import parse

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
IMPORTS = (ast.Import, ast.ImportFrom)
AT_ONCE = frozenset({"listcomp", "setcomp", "dictcomp", "genexpr"})
"""Tables of names that Python calls functions, although they run where they stand."""

CHANGING = frozenset(
    {
        *("append", "extend", "insert", "update", "setdefault", "add"),
        *("seed", "manual_seed", "seterr", "setrecursionlimit"),
        *("set_default_dtype", "set_default_device", "set_default_tensor_type", "set_grad_enabled"),
    }
)
"""Methods that are called for what they change, and that are quick and safe to repeat."""


class Kind(enum.IntEnum):
    """How much a statement means the names that it gives, the most deliberate last."""

    NOTHING = 0
    ASIDE = 1
    ASSIGNMENT = 2
    DEFINITION = 3


@dataclass(frozen=True)
class Unit:
    """A statement of a cell, or several that share a line.

    ``line`` is its first line in the cell. ``now`` are the names that it reads when it runs, ``later`` those
    that its functions read when they are called, ``changes`` those whose value it changes in place.
    """

    cell: str
    line: int
    text: str
    kind: Kind
    binds: frozenset[str]
    now: frozenset[str]
    later: frozenset[str]
    changes: frozenset[str]
    imports: bool = False
    star: bool = False


def units(
    cell: str, text: str, tree: ast.Module | None = None, at_most: int | None = None
) -> tuple[Unit, ...]:
    """Return a cell's statements, in order, as many as are asked for at most; its tree may be known.

    Raises:
        one of ``magics.REFUSALS``: the text is no Python.
    """
    lines, tree = text.split("\n"), tree or parse(text)
    demand_places(tree)
    return tuple(unit(cell, lines, group, after) for group, after in islice(groups(tree), at_most))


def demand_places(tree: ast.Module) -> None:
    """Raise SyntaxError where a statement stands outside of what it ends.

    Only the compiler looks for these. It is not asked, because a text can keep it busy for hours.
    """
    todo: list[tuple[ast.AST, bool, bool]] = [(tree, False, False)]
    while todo:
        node, function, loop = todo.pop()
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and not function:
            word = "return" if isinstance(node, ast.Return) else "yield"
            refuse(node, f"'{word}' outside function")
        if isinstance(node, ast.Break | ast.Continue) and not loop:
            word = "break" if isinstance(node, ast.Break) else "continue"
            refuse(node, f"'{word}' outside loop")
        if isinstance(node, FUNCTIONS | ast.ClassDef):
            function, loop = isinstance(node, FUNCTIONS), False
        loop = loop or isinstance(node, ast.For | ast.AsyncFor | ast.While)
        todo += [(child, function, loop) for child in ast.iter_child_nodes(node)]


def refuse(node: ast.stmt | ast.expr, error: str) -> None:
    """Raise SyntaxError at a node."""
    raise SyntaxError(error, ("cell", node.lineno, node.col_offset + 1, None))


def groups(tree: ast.Module) -> Iterator[tuple[list[ast.stmt], int]]:
    """Yield the statements, those that share a line together, each with the last line before it."""
    group: list[ast.stmt] = []
    end = after = 0
    for node in tree.body:
        if group and first_line(node) > end:
            yield group, after
            group, after = [], end
        group.append(node)
        end = node.end_lineno or node.lineno
    if group:
        yield group, after


def first_line(node: ast.stmt) -> int:
    """Return a statement's first line, its decorators included."""
    marks: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(mark.lineno for mark in marks)])


def unit(cell: str, lines: list[str], group: list[ast.stmt], after: int) -> Unit:
    """Return the unit of some statements, with the comments above them."""
    end = group[-1].end_lineno or group[-1].lineno
    start = next(line for line in range(after + 1, first_line(group[0]) + 1) if lines[line - 1].strip())
    text = "\n".join(lines[start - 1 : end])
    binds, now, later = names(text)
    return Unit(
        cell=cell,
        line=start,
        text=text,
        kind=max(kind(node) for node in group),
        binds=binds,
        now=now,
        later=later,
        changes=frozenset(name for node in group for name in changed(node)),
        imports=any(isinstance(node, IMPORTS) for node in group),
        star=any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in group),
    )


def kind(node: ast.stmt) -> Kind:
    """Return how deliberately a statement gives the names that it gives."""
    if isinstance(node, DEFINITIONS):
        return Kind.DEFINITION
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        return Kind.DEFINITION if isinstance(node.value, ast.Lambda) else Kind.ASSIGNMENT
    return Kind.NOTHING if isinstance(node, ast.AugAssign | ast.Delete | ast.AnnAssign) else Kind.ASIDE


def changed(node: ast.stmt) -> Iterator[str]:
    """Yield the names whose value a statement changes in place."""
    if isinstance(node, ast.Assign | ast.AugAssign):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(node, ast.AugAssign) or isinstance(target, ast.Attribute | ast.Subscript):
                yield from base(target)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        if isinstance(called, ast.Attribute) and called.attr in CHANGING:
            yield from base(called)


def base(node: ast.expr) -> Iterator[str]:
    """Yield the name with which a chain of attributes and indices begins."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


def names(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the names that a text gives, those that it reads at once, and those that its functions read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        top = symtable.symtable(text, "cell", "exec")
    binds = {
        symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()
    }
    now = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    later: set[str] = set()
    todo = [(table, False) for table in top.get_children()]
    while todo:
        table, deferred = todo.pop()
        deferred = deferred or (table.get_type() == "function" and table.get_name() not in AT_ONCE)
        found = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
        (later if deferred else now).update(found)
        todo += [(child, deferred) for child in table.get_children()]
    return frozenset(binds), frozenset(now), frozenset(later)
