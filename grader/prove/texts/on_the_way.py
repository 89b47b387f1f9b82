"""Run a page's reference on the public checks and note every number that it comes to on the way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from io import StringIO
from types import SimpleNamespace
from typing import Any

import numpy as np

from grader.inside.observation import Scenario
from grader.inside.values import build
from grader.pages.page import Exercise
from grader.prove.evidence.proof import Evidence

MOST = 2_000
"""Numbers that are noted of one check: a training repeats itself."""

ENTRIES = 8
"""Entries up to which an array's numbers may be told one by one."""

NOTE = "noted_by_the_proof"


class Enough(Exception):
    """As many numbers are noted as are wanted."""


class Noting(ast.NodeTransformer):
    """Hand the result of every calculation and call to a function that notes it."""

    def noted(self, node: ast.expr) -> ast.expr:
        """Put a call of that function round an expression."""
        self.generic_visit(node)
        return ast.copy_location(ast.Call(ast.Name(NOTE, ast.Load()), [node], []), node)

    visit_BinOp = visit_UnaryOp = visit_Call = noted


def numbers_on_the_way(evidence: Evidence) -> dict[int, list[float]]:
    """Return the numbers that the reference comes to on each public check that is one call, by its place."""
    found: list[float] = []
    space: dict[str, Any] = {"__name__": "reference", NOTE: lambda value: note(value, found)}
    tree = noting(evidence.exercise)
    with suppress(Exception):  # what does not run here is reported by other rules
        exec(compile(tree, "reference.py", "exec", dont_inherit=True), space)
    noted = {}
    for place, check in enumerate(evidence.key.checks):
        if check.public and check.scenario.is_direct:
            found.clear()
            for name, args in calls(check.scenario, evidence):
                run(space, name, args)
            noted[place] = list(dict.fromkeys(found))
    return noted


def loaded(exercise: Exercise) -> dict[str, Any]:
    """Return the names of the reference, run here: it is the author's own code."""
    space: dict[str, Any] = {"__name__": "reference"}
    with suppress(Exception):
        exec(compile(exercise.reference.text, "reference.py", "exec", dont_inherit=True), space)
    return space


def noting(exercise: Exercise) -> ast.Module:
    """Return the reference with every calculation in its functions noted."""
    tree = ast.parse(exercise.reference.text)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.FunctionDef):
                    inner.body = [Noting().visit(one) for one in inner.body]
            # A function inside another one has been visited twice, and notes a number twice.
    return ast.fix_missing_locations(tree)


def calls(scenario: Scenario, evidence: Evidence) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield what a check calls: the task, and the loss whose slope it is."""
    yield scenario.task, scenario.args
    given = dict(zip(scenario.labels, scenario.args, strict=True))
    if scenario.of in evidence.source.definitions and all(name in given for name in scenario.of_args):
        yield scenario.of, tuple(given[name] for name in scenario.of_args)


def run(space: dict[str, Any], name: str, args: tuple[Any, ...]) -> None:
    """Call a function of the reference, until it ends, fails or has given enough; what it prints is lost."""
    with suppress(Exception), np.errstate(all="ignore"), redirect_stdout(StringIO()):
        program = SimpleNamespace(**space)
        space[name](*(build(one, program) for one in args))


def note(value: Any, found: list[float]) -> Any:
    """Note a value's numbers, where it has few, and return it."""
    inner = value.detach().numpy() if hasattr(value, "detach") else value
    if isinstance(inner, float | np.floating | np.ndarray) and not isinstance(inner, bool):
        array = np.asarray(inner)
        if array.dtype.kind == "f" and array.size <= ENTRIES:
            found.extend(array.ravel().astype(float).tolist())
    if len(found) > MOST:
        raise Enough
    return value
