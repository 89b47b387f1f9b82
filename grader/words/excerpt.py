"""Find the place in a program's text that a sentence is about."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

WIDTH = 64
"""Characters of a line that are quoted, so that it and the caret below stay on one line of a terminal."""

DEFINITION = re.compile(
    r"^([ \t]*)(?:async[ \t]+)?def[ \t]+(\w+)|^([ \t]*)(\w+)[ \t]*=[ \t]*lambda\b", re.MULTILINE
)


@dataclass(frozen=True)
class Definition:
    """A function in a text: its name, its line, and whether it stands at the left margin."""

    name: str
    line: int
    outermost: bool


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
    """Return the functions that a text seems to define, by its look: nothing of it may run here."""
    return tuple(
        Definition(
            found[2] or found[4], text.count("\n", 0, found.start()) + 1, not (found[1] or found[3] or "")
        )
        for found in DEFINITION.finditer(text)
    )


def inside(text: str, name: str) -> Definition | None:
    """Return a function of that name that stands inside something else, where nobody else can call it."""
    found = [one for one in definitions(text) if one.name == name]
    return found[0] if found and not any(one.outermost for one in found) else None


def close(text: str, name: str, others: Collection[str]) -> Definition | None:
    """Return a function whose name is probably meant to be ``name`` and is none of the ``others``."""
    known = {one.name.lower(): one for one in definitions(text) if one.outermost and one.name not in others}
    fits = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.65)
    return known[fits[0]] if fits else None
