"""Faults of what a page does beside its programs: it prints, or its inputs hang on the run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.pages.slices import Definition
from grader.prove.proof import Evidence, Fault

CHANGING = frozenset(
    {"getpid", "today", "now", "time", "perf_counter", "monotonic", "urandom", "uuid4", "getenv"}
)
"""Functions of libraries that give something else in the next run, by their last names."""


def printing_pages(evidence: Evidence) -> Iterator[Fault]:
    """Report a reference that prints, or a page that does while it is read."""
    source = evidence.source
    for name, node in source.tasks.items():
        line = first_call(node, "print")
        if line:
            message = f"the reference of {name} prints on every call; take the print out"
            yield Fault("prints", line, message)
    for statement in source.tree.body:
        line = first_call(statement, "print") if not isinstance(statement, Definition) else 0
        if line and not (isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)):
            yield Fault("prints", line, "the page prints whenever it is read; take the print out")


def changing_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report an input that comes from what is another in the next run: the time, a hash of a text."""
    source = evidence.source
    for statement in source.tree.body:
        if source.given(statement) or isinstance(statement, Definition):
            continue
        for part in ast.walk(statement):
            if isinstance(part, ast.Call) and is_changing(part.func):
                message = (
                    f"{ast.unparse(part.func)}(…) gives something else in the next run, and a grade could "
                    "not be worked out again; draw with uniform(…), normal(…), or write the number down"
                )
                yield Fault("unsteady", part.lineno, message)


def is_changing(function: ast.expr) -> bool:
    """Tell whether a called function hangs on the process, the time or the machine."""
    if isinstance(function, ast.Name):
        return function.id in ("hash", "id")
    return isinstance(function, ast.Attribute) and function.attr in CHANGING


def first_call(node: ast.AST, name: str) -> int:
    """Return the line of the first call of a function of Python's own; 0 where there is none."""
    calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
    return next((one.lineno for one in calls if getattr(one.func, "id", "") == name), 0)
