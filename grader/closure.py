"""The text of a page's own experiment, with everything it may reach and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.cut import Definition, Source, is_grader_import, used_names
from grader.errors import PageError


def experiment(source: Source, name: str, values: Mapping[str, Any]) -> str:
    """Return the text of a page's own experiment, with everything it may reach and nothing else.

    Raises:
        PageError: it reaches a task's body, a misconception or a helper below the fold.
    """
    node = source.definitions[name]
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
    for name in sorted(used_names(node) - seen):
        found = source.definitions.get(name)
        if found is None:
            continue
        seen.add(name)
        way = (*chain, name)
        if isinstance(found, Definition) and (not source.given(found) or is_secret(source, found)):
            raise PageError(
                source.path,
                node.lineno,
                f"this experiment reaches {' → '.join(way)}, which students must not see in the sandbox; "
                f"call program.{name} for the student's own, or move what it needs above the last task",
            )
        if isinstance(found, Definition | ast.Import | ast.ImportFrom):
            if is_grader_import(found):
                raise PageError(source.path, node.lineno, f"an experiment cannot use {name} of the grader")
            reach(source, found, way, values, seen, parts)
            parts.append("\n".join(source.lines[found.lineno - 1 : found.end_lineno]))
        else:
            parts.append(f"{name} = {literal(values[name], source, node.lineno)}")


def is_secret(source: Source, node: Definition) -> bool:
    """Tell whether a definition above the fold is, or holds, a task."""
    return any(name.split(".")[0] == node.name for name in source.tasks)


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
