"""Find parameters that no step moves although the script works out a slope for them."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from grader.inside.scripts.rewriting.syntax import (
    Function,
    arguments,
    declared,
    inside,
    loads,
    moves,
    targets,
)
from grader.numbers.scripts.evidence.records import Evidence

SLOPE = re.compile(r"^(gradient|grads?|delta|d[a-z]*_?d|d|g)_?|_?(gradient|grads?|delta|d|g)$", re.IGNORECASE)
"""What people put before or behind a parameter's name to call its slope."""


def with_unused(found: Evidence, text: str) -> Evidence:
    """Return the evidence; a parameter whose slope nobody reads is meant to be trained as those beside it."""
    unread, local = unread_names(text), moved_in_vain(text)
    unmoved = {
        name: "beside" if how == "named" and (is_slope_of(name, unread) or name in local) else how
        for name, how in found.unmoved.items()
    }
    return replace(found, unmoved=unmoved)


def moved_in_vain(text: str) -> set[str]:
    """Return the names that a function moves as its own and hands to nobody: a ``global`` is missing."""
    found: set[str] = set()
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, Function):
            handed = [loads(node) for node in inside(function) if isinstance(node, ast.Return | ast.Yield)]
            moved = {name for node in inside(function) if moves(node) == 3 for name in moved_names(node)}
            shared = declared(function, ast.Global) | declared(function, ast.Nonlocal) | arguments(function)
            found |= moved - shared - set().union(*handed)
    return found


def moved_names(statement: ast.AST) -> set[str]:
    """Return the plain names that a statement moves."""
    every = targets(statement) if isinstance(statement, ast.stmt) else ()
    return {target.id for target in every if isinstance(target, ast.Name)}


def unread_names(text: str) -> set[str]:
    """Return the names that a script binds and never reads."""
    names = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    return {node.id for node in names if isinstance(node.ctx, ast.Store)} - read


def is_slope_of(name: str, unread: set[str]) -> bool:
    """Tell whether one of some names is that of a parameter's slope: ``db`` or ``b_grad`` of ``b``."""
    last = name.rpartition(".")[2].lower()
    return any(part != one and part == last for one in unread for part in parts_of(one.lower()))


def parts_of(name: str) -> set[str]:
    """Return what is left of a name without what calls it a slope, in front or behind."""
    return {
        name[match.end() :] if not match.start() else name[: match.start()] for match in SLOPE.finditer(name)
    }
