"""The text of a page's own experiment, with everything it may reach and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.errors import PageError
from grader.pages.slices import Definition, Source, first_line, inner_names, is_grader_import, used_names


def experiment(source: Source, name: str, values: Mapping[str, Any], noun: str = "experiment") -> str:
    """Return the text of a page's own experiment, with everything it may reach and nothing else.

    ``noun`` is what an error calls it.

    Raises:
        PageError: it reaches a task's body, a misconception or a helper below the fold.
    """
    node = source.definitions.get(name)
    if node is None:
        message = f"the {noun} {name} is not defined with def at the top level of the page; move it there"
        raise PageError(source.path, 0, message)
    parts: list[str] = []
    seen = {name}
    reach(source, node, (name,), values, seen, parts)
    body = "\n".join(source.lines[node.lineno - 1 : node.end_lineno])
    return "\n\n".join([*parts, body, f"experiment = {name}"]) + "\n"


def reach(
    source: Source,
    node: ast.stmt,
    chain: tuple[str, ...],
    values: Mapping[str, Any],
    seen: set[str],
    parts: list[str],
) -> None:
    """Add the text of everything that a statement names, depth first."""
    for name in sorted(all_names(node, chain) - seen):
        found = source.definitions.get(name)
        if found is None:
            continue
        seen.add(name)
        way = (*chain, name)
        if is_secret(source, found) or (isinstance(found, Definition) and not source.given(found)):
            raise PageError(
                source.path,
                node.lineno,
                f"this experiment reaches {' → '.join(way)}, which students must not see in the sandbox; "
                f"call program.{name} for the student's own, or move what it needs above the last task",
            )
        if isinstance(found, Definition | ast.Import | ast.ImportFrom):
            if is_grader_import(found):
                raise PageError(
                    source.path,
                    node.lineno,
                    f"an experiment cannot use {name} of the grader; "
                    "draw in the check and pass the numbers as an argument",
                )
            reach(source, found, way, values, seen, parts)
            parts.append("\n".join(source.lines[first_line(found) - 1 : found.end_lineno]))
        else:
            demand_no_task(source, found, way)
            parts.append(f"{name} = {literal(values[name], source, node.lineno)}")


def all_names(node: ast.stmt, chain: tuple[str, ...]) -> frozenset[str]:
    """Return the names that a statement reads, marks included but the experiment's own."""
    marks = [] if len(chain) == 1 else getattr(node, "decorator_list", [])
    return used_names(node) | {name.id for mark in marks for name in inner_names(mark)}


def demand_no_task(source: Source, node: ast.stmt, chain: tuple[str, ...]) -> None:
    """Raise PageError where a constant was worked out by a task: it holds numbers of the reference."""
    way = task_behind(source, node, chain)
    if way:
        message = (
            f"this experiment reaches {' → '.join(way)}, numbers of the reference, which students "
            f"must not see in the sandbox; write {chain[-1]} without that task"
        )
        raise PageError(source.path, node.lineno, message)


def task_behind(source: Source, node: ast.stmt, chain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the way from a statement to a task that it calls, directly or not; () where it calls none."""
    for name in sorted(used_names(node) - set(chain)):
        found = source.definitions.get(name)
        if found is None:
            continue
        if is_secret(source, found):
            return (*chain, name)
        further = task_behind(source, found, (*chain, name))
        if further:
            return further
    return ()


def is_secret(source: Source, node: ast.stmt) -> bool:
    """Tell whether a statement defines a task, or a class that holds one."""
    return isinstance(node, Definition) and any(name.split(".")[0] == node.name for name in source.tasks)


def literal(value: Any, source: Source, line: int) -> str:
    """Return Python source for an evaluated constant of the page."""
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()!r})"
    if isinstance(value, bool | int | float | str | list | tuple | dict):
        return repr(value)
    raise PageError(
        source.path,
        line,
        f"an experiment cannot use a {type(value).__name__}; pass it as an input of the check",
    )
