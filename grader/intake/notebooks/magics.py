"""Take out of a cell what only a notebook understands: magics, shell commands, questions for help."""

from __future__ import annotations

import ast
import re
import warnings

NOT_PYTHON = re.compile(r"\s*(?:[%!?]|[\w.]+\s*=\s*[%!])|.*\?\s*$")
"""A line that a notebook does not hand to Python."""

RUNS_ITS_BODY = frozenset(
    {"%%time", "%%timeit", "%%capture", "%%prun", "%%grade", "%%debug", "%%python", "%%python3"}
)
"""Magics of a whole cell that run the rest of it as Python."""

TRIES_AT_MOST = 30
"""Runs of magics in one cell; a text that needs more is no cell of an exercise."""

REFUSALS = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What parsing may raise: no Python, a null character, too many brackets or levels."""


def plain(text: str) -> str:
    """Return a cell's text, as many lines as before, with ``pass`` in place of lines that are no Python."""
    return read(text)[0]


def read(text: str) -> tuple[str, ast.Module | None]:
    """Return a cell's plain text and its syntax tree, None where that is no Python.

    What Python can read stays as it is: a line inside a bracket or a string may begin with a percent sign.
    """
    lines = text.split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("%%"):
        if lines[first].split()[0] not in RUNS_ITS_BODY:
            return "\n".join("" for _ in lines), ast.Module([], [])
        lines[first] = "pass"
    for _ in range(TRIES_AT_MOST):
        tree, place = tried(lines)
        if place is None or not NOT_PYTHON.match(lines[place]):
            return "\n".join(lines), tree
        drop(lines, place)
    return "\n".join(lines), None


def tried(lines: list[str]) -> tuple[ast.Module | None, int | None]:
    """Return the lines' syntax tree, or where Python gives up; neither where it does not say where."""
    try:
        return parse("\n".join(lines)), None
    except SyntaxError as fault:
        return None, min(max((fault.lineno or 1) - 1, 0), len(lines) - 1)
    except REFUSALS:
        return None, None


def drop(lines: list[str], place: int) -> None:
    """Put ``pass`` in the place of a magic and of those right below; a backslash ties lines together."""
    while place < len(lines):
        line = lines[place]
        lines[place] = line[: len(line) - len(line.lstrip())] + "pass"
        while line.endswith("\\") and place + 1 < len(lines):
            place += 1
            line, lines[place] = lines[place], ""
        place += 1
        if not lines[place : place + 1] or not lines[place].lstrip().startswith(("%", "!")):
            break


def parse(text: str) -> ast.Module:
    """Return a text's syntax tree; what Python warns of costs nothing.

    Raises:
        one of ``REFUSALS``: it cannot be read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def is_python(text: str) -> bool:
    """Tell whether Python can read a text."""
    try:
        parse(text)
    except REFUSALS:
        return False
    return True
