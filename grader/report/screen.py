"""What a reader's end can show."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

WIDEST = 100
"""Columns beyond which lines of prose are hard to follow."""

NARROWEST = 20
"""Columns below which nothing can be read: a terminal that says so is asked in vain."""


@dataclass(frozen=True)
class Screen:
    """What the reader's end can show."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"


def screen(stream: TextIO, environment: Mapping[str, str]) -> Screen:
    """Return what a stream can show: a terminal its own width and colours, anything else plain text."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if not stream.isatty():
        return Screen(encoding=encoding)
    colour = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Screen(min(columns(), WIDEST), colour, encoding)


def columns() -> int:
    """Return the terminal's columns, the usual number where it says none or next to none."""
    told = shutil.get_terminal_size().columns
    return told if told >= NARROWEST else Screen.width


@dataclass(frozen=True)
class Signs:
    """The marks that stand beside words, in ASCII unless the encoding has better ones."""

    passed: str = "+"
    failed: str = "x"
    follows: str = ">"
    rule: str = "-"
    open: str = "?"
    todo: str = "."

    probe = "✓✗↳─?○"

    @classmethod
    def unicode(cls) -> Signs:
        """Return the marks for an encoding that has them."""
        return cls(*cls.probe)
