"""Tell the words of a Python text apart for colours, at a glance: broken code has some, too."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Iterator

TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
    |(?P<string>[rbfuRBFU]{0,2}
        (?:\"{3}(?:\\.|[^\\])*?(?:\"{3}|\Z) | '{3}(?:\\.|[^\\])*?(?:'{3}|\Z)
        |\"(?:\\.|[^\"\\\n])*\"? | '(?:\\.|[^'\\\n])*'?))
    |(?P<number>\d[\w.]*)
    |(?P<word>[^\W\d]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)

LONG = 6
"""A text of so many lines is longer than what is left of it."""

Part = tuple[str, str]
"""What a piece of text is (comment, string, number, keyword, or nothing of these: ""), and the text."""


def coloured(source: str) -> list[list[Part]]:
    """Return the parts of every line of a text; put together again they are the text."""
    lines: list[list[Part]] = [[]]
    for kind, text in parts(source):
        first, *others = text.split("\n")
        lines[-1].append((kind, first))
        lines += ([(kind, other)] for other in others)
    return [[part for part in line if part[1]] for line in lines]


def head(source: str, marked: Collection[int]) -> range:
    """Return the lines inside a text in quotes at the head of a file: readers know it, it came with the task.

    There are none where one of the lines is marked, or the text is short or never ends.
    """
    found = TOKEN.match(source, len(source) - len(source.lstrip()))
    if found is None or found.lastgroup != "string" or len(found[0].split("\n")) < LONG:
        return range(0)
    first = source.count("\n", 0, found.start()) + 1
    inside = range(first + 1, first + found[0].count("\n"))
    closed = found[0].endswith(('"""', "'''"))
    return inside if closed and not any(line in inside for line in marked) else range(0)


def parts(source: str) -> Iterator[Part]:
    """Yield the parts of a text in order."""
    at = 0
    for found in TOKEN.finditer(source):
        kind = found.lastgroup or ""
        if kind == "word":
            kind = "keyword" if keyword.iskeyword(found[0]) else ""
        if not kind:
            continue
        yield "", source[at : found.start()]
        yield kind, found[0]
        at = found.end()
    yield "", source[at:]
