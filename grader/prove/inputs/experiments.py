"""Faults of experiments: a value without the student's program in it, an input that is overwritten."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.pages.check import Check
from grader.prove.docstrings.docstrings import parameters
from grader.prove.evidence.proof import Evidence, Fault


def blind_experiments(evidence: Evidence) -> Iterator[Fault]:
    """Report an experiment that returns what no program can change, or that overwrites an input."""
    for node in experiments(evidence):
        program, *rest = parameters(node)
        reached = reached_by(node, program)
        for key, value in returned(node):
            if not names_in(value) & reached:
                message = (
                    f"the experiment {node.name} returns {key!r} without the student's program, so that "
                    f"everybody is right there; work it out with {program}.…, or leave it out"
                )
                yield Fault("experiment", value.lineno, message)
        for name in rest[1:]:
            if overwritten(node, name):
                message = f"the experiment {node.name} puts something else in the place of its input {name}"
                yield Fault(
                    "experiment", node.lineno, f"{message} before reading it; use it, or leave it out"
                )


def experiments(evidence: Evidence) -> Iterator[ast.FunctionDef]:
    """Yield the functions that are experiments of the page's checks, each once."""
    named = dict.fromkeys(filter(None, map(name_of, evidence.exercise.checks)))
    for name in named:
        node = evidence.source.definitions.get(name)
        if isinstance(node, ast.FunctionDef) and len(parameters(node)) > 1:
            yield node


def name_of(check: Check) -> str:
    """Return the name of a check's experiment; empty where it has none."""
    return getattr(check.experiment, "__name__", "")


def returned(node: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """Yield the named values of the dictionary that an experiment ends with, whatever the program does.

    Where it may end earlier, as in a branch, even a number that is written out tells of the program.
    """
    last = node.body[-1]
    inner = [
        part for one in node.body[:-1] for part in ast.walk(one) if isinstance(part, ast.Return | ast.Raise)
    ]
    if inner or not isinstance(last, ast.Return) or not isinstance(last.value, ast.Dict):
        return
    for key, value in zip(last.value.keys, last.value.values, strict=True):
        if isinstance(key, ast.Constant):
            yield str(key.value), value


def reached_by(node: ast.FunctionDef, program: str) -> set[str]:
    """Return the names that the student's program may reach: all that stand in a statement with one."""
    reached = {program}
    statements = [part for part in ast.walk(node) if isinstance(part, ast.stmt) and part is not node]
    parts = [names_in(part) for part in statements if not isinstance(part, ast.Return)]
    while True:
        more = {name for names in parts if names & reached for name in names} - reached
        if not more:
            return reached
        reached |= more


def names_in(node: ast.AST) -> set[str]:
    """Return all names in a piece of code, those of the functions in it too."""
    inner = {part.name for part in ast.walk(node) if isinstance(part, ast.FunctionDef)}
    return inner | {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def overwritten(node: ast.FunctionDef, name: str) -> bool:
    """Tell whether the first statement with a parameter in it assigns it, and does not read it."""
    first = next((part for part in node.body if name in names_in(part)), None)
    if not isinstance(first, ast.Assign) or name in names_in(first.value):
        return False
    return name in {target.id for target in first.targets if isinstance(target, ast.Name)}
