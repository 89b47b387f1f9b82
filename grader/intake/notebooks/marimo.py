"""Read the cells of a marimo notebook, which is a Python file with a function for each cell."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from grader.intake.notebooks.document import Cell
from grader.intake.notebooks.magics import REFUSALS, parse

SIGN = "marimo.App("
"""What every such file holds."""

INDENT = "    "

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def cells(text: str) -> tuple[Cell, ...]:
    """Return the cells of a marimo notebook in order; none where the text is another program, or no Python.

    A cell is called by the functions and classes that it defines, else by its place: marimo numbers none.
    """
    if SIGN not in text:
        return ()
    try:
        tree = parse(text)
    except REFUSALS:
        return ()
    return tuple(found(tree, text.split("\n")))


def found(tree: ast.Module, lines: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells: ``@app.cell`` and its like, and ``with app.setup``."""
    place = 0
    for node in tree.body:
        kind = kind_of(node)
        if not kind:
            continue
        place += 1
        body: Sequence[ast.stmt] = [node]
        if kind in ("cell", "setup"):
            body = [one for one in getattr(node, "body", ()) if not isinstance(one, ast.Return)]
        if body:
            names = [one.name for one in body if isinstance(one, Definition)]
            yield Cell(f"cell {', '.join(names) or place}", written(body, lines))


def kind_of(node: ast.stmt) -> str:
    """Return what marimo has of a statement: a cell, function, class_definition or setup; else nothing."""
    marks: Sequence[ast.expr] = ()
    if isinstance(node, Definition):
        marks = node.decorator_list
    elif isinstance(node, ast.With):
        marks = [item.context_expr for item in node.items]
    bare = [mark.func if isinstance(mark, ast.Call) else mark for mark in marks]
    known = ("cell", "function", "class_definition", "setup")
    names = [mark.attr for mark in bare if isinstance(mark, ast.Attribute) and mark.attr in known]
    return names[0] if names else ""


def written(body: Sequence[ast.stmt], lines: Sequence[str]) -> str:
    """Return a cell's text at the left margin, without what marimo wrote around it."""
    indent = INDENT if body[0].col_offset else ""
    first, last = body[0].lineno, body[-1].end_lineno
    if indent and isinstance(body[0], Definition) and body[0].decorator_list:
        first = body[0].decorator_list[0].lineno
    return "\n".join(line.removeprefix(indent) for line in lines[first - 1 : last])
