"""Mark the words of a Python text for colours, at a glance: broken code has some, too."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Iterator
from html import escape

from markupsafe import Markup

from grader.words.location import numbers

TOKEN = re.compile(
    rf"""
    (?P<comment>\#[^\n]*)
    |(?P<string>[rbfuRBFU]{{0,2}}
        (?:\"{{3}}(?:\\.|[^\\])*?(?:\"{{3}}|\Z) | '{{3}}(?:\\.|[^\\])*?(?:'{{3}}|\Z)
        |\"(?:\\.|[^\"\\\n])*\"? | '(?:\\.|[^'\\\n])*'?))
    |(?P<number>(?<!\w)\d[\w.]*)
    |(?P<keyword>\b(?:{"|".join(keyword.kwlist)})\b)
    """,
    re.VERBOSE | re.DOTALL,
)

LINES_AT_MOST = 2000
"""Lines of the student's file that a report shows: a browser lays out a million, and nobody reads them."""

LONG = 6
"""A text of so many lines is longer than what is left of it."""

Part = tuple[str, str]
"""What a piece of text is (comment, string, number, keyword, or nothing of these: ""), and the text."""


def listing(source: str, stops: Collection[int], mark: str, whole: bool = False) -> Markup:
    """Return a text's numbered lines as HTML, those of ``stops`` with a mark.

    The story at its head is folded, except in a ``whole`` script, where all of it is the student's own.

    A line break stands inside the line's own element, so that copied text keeps it and no gap shows.
    """
    text = "\n".join(source.rstrip("\n").split("\n")[:LINES_AT_MOST])
    told = range(0) if whole else head(text, stops)
    marked = Markup("<mark>{}</mark>").format(mark)
    rows = []
    for place, (number, line) in enumerate(zip(numbers(text), coloured(text), strict=True), start=1):
        if place not in told:
            stop, end = (" stop", marked) if place in stops else ("", "")
            rows.append(f'<span class="line{stop}" data-line="{number}">{line}{end}\n</span>')
        elif place == told.start:
            rows.append('<span class="line" data-line="⋮">\n</span>')
    return Markup("".join(rows))


def coloured(source: str) -> list[Markup]:
    """Return every line of a text as HTML in which its words stand in elements, by what they are."""
    marked = "".join(as_html(kind, text) for kind, text in parts(source))
    return [Markup(line) for line in marked.split("\n")]


def as_html(kind: str, text: str) -> str:
    """Return a part as HTML; one of several lines is marked on each of them, which are laid out apart."""
    safe = escape(text, quote=False)
    if not kind:
        return safe
    return "\n".join(line and f'<i class="{kind}">{line}</i>' for line in safe.split("\n"))


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
        yield "", source[at : found.start()]
        yield found.lastgroup or "", found[0]
        at = found.end()
    yield "", source[at:]
