"""Changes to a function as a whole: what it takes from its file, and the order of its parameters."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence

from grader.grading.repairs.changes.change import Change
from grader.grading.repairs.changes.renaming import Renamed
from grader.grading.source import order_of


def fixed(file: frozenset[str], function: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a function with an argument in the place of what its file has fixed; all by their names first."""
    if not isinstance(function, ast.FunctionDef):
        return
    arguments = [one.arg for one in function.args.args]
    first: dict[str, ast.stmt] = {}
    for line in function.body:
        for inner in ast.walk(line):
            if isinstance(inner, ast.Name) and inner.id in file and inner.id not in names:
                first.setdefault(inner.id, line)
    alike = {name: argument for name in first for argument in arguments if name.lower().startswith(argument)}
    pairs = [{name: argument} for name in first for argument in arguments]
    for renaming in ([alike] if len(alike) > 1 else []) + pairs:
        body = [Renamed(renaming).visit(copy.deepcopy(line)) for line in function.body]
        name = next(iter(renaming))
        yield Change("fixed", function, body, {"name": name}, block="body", at=first[name])


def reordered(
    task: str, labels: Sequence[str], function: ast.AST, names: tuple[str, ...]
) -> Iterator[Change]:
    """Yield a task whose arguments come in the page's order, where its own parameters stand in another."""
    if not isinstance(function, ast.FunctionDef) or function.name != task:
        return
    order = order_of(labels, function)
    if order is None:
        return
    own = [one.arg for one in function.args.args]
    targets = ast.Tuple([ast.Name(name, ast.Store()) for name in own], ast.Store())
    values = ast.Tuple([ast.Name(own[place], ast.Load()) for place in order], ast.Load())
    first = ast.Assign([targets], values, lineno=function.lineno)
    words = {"name": task, "written": ", ".join(own), "asked": ", ".join(labels)}
    yield Change("parameters", function, [first, *function.body], words, block="body")
