"""Find the place in a program's text that a sentence is about."""

from __future__ import annotations

import ast
import difflib
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

WIDTH = 64
"""Characters of a line that are quoted, so that it and the caret below stay on one line of a terminal."""


DEFINITION = re.compile(r"^([ \t]*)(?:async[ \t]+)?def[ \t]+(\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Definition:
    """A function in a text: its name and line, the class it is a method of, and how many arguments it takes.

    ``most`` is None where it takes any number. ``outermost`` tells whether it stands at the left margin.
    """

    name: str
    line: int
    outermost: bool
    owner: str = ""
    least: int = 0
    most: int | None = None

    def takes(self, count: int) -> bool:
        """Tell whether it can be called with so many arguments."""
        return self.least <= count and (self.most is None or count <= self.most)


def caret(text: str, line: int, column: int) -> str:
    """Return a line of the text with a caret below the column, both set in by four spaces.

    Lines and columns count from 1. A column of 0 stands for an unknown one and leaves the caret out. Where
    there is no such line, or nothing on it, the result is empty.
    """
    lines = text.split("\n")
    if not 0 < line <= len(lines) or not lines[line - 1].strip():
        return ""
    whole = lines[line - 1].rstrip()
    margin = len(whole) - len(whole.lstrip())
    start = max(margin, column - 3 * WIDTH // 4)
    quoted = f"    {shown(whole[start : start + WIDTH])}"
    if not column:
        return quoted
    return f"{quoted}\n    {blank(shown(whole[start : max(start, column - 1)]))}^"


def shown(piece: str) -> str:
    """Return a piece of a line as renderers show it, tabs as four spaces."""
    return piece.replace("\t", "    ")


def blank(piece: str) -> str:
    """Return spaces as wide as the text is on a terminal, where an ideograph takes two columns."""
    return "".join("  " if unicodedata.east_asian_width(char) in "WF" else " " for char in piece)


def definitions(text: str) -> tuple[Definition, ...]:
    """Return the functions that a text defines; elsewhere those that it seems to, by its look."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return tuple(
            Definition(found[2], text.count("\n", 0, found.start()) + 1, not found[1])
            for found in DEFINITION.finditer(text)
        )
    return tuple(definitions_in(tree.body, True, ""))


def definitions_in(body: Sequence[ast.stmt], outermost: bool, owner: str) -> Iterator[Definition]:
    """Yield the functions of a block, then those inside its functions and classes."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield definition(node.name, node, node.args, outermost, owner)
            yield from definitions_in(node.body, False, "")
        elif isinstance(node, ast.ClassDef):
            yield from definitions_in(node.body, False, node.name)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield definition(target.id, node, node.value.args, outermost, owner)


def definition(
    name: str, node: ast.stmt, arguments: ast.arguments, outermost: bool, owner: str
) -> Definition:
    """Return the record of one function."""
    places = len(arguments.posonlyargs) + len(arguments.args)
    most = None if arguments.vararg else places
    return Definition(name, node.lineno, outermost, owner, places - len(arguments.defaults), most)


def inside(text: str, name: str) -> Definition | None:
    """Return a function of that name that stands inside something else, where nobody else can call it."""
    found = [one for one in definitions(text) if one.name == name]
    return found[0] if found and not any(one.outermost for one in found) else None


def close(text: str, name: str, others: Collection[str], count: int) -> Definition | None:
    """Return a function that is probably meant to be ``name``: it shares most letters and takes as much.

    ``others`` are the names of other tasks, ``count`` is the number of arguments it would be called with.
    """
    known = {
        one.name.lower(): one
        for one in definitions(text)
        if one.outermost and one.name not in others and one.takes(count)
    }
    fits = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.75)
    return known[fits[0]] if fits else None
