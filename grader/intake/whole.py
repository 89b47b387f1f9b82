"""Read a file's text, or a notebook's cells, as one program that is run as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.intake.notebooks import magics
from grader.intake.notebooks.document import Cell
from grader.words.location import mark

MIXED = re.compile(r"^[ \t]*\t", re.MULTILINE)
"""An indentation with a tab in it."""


def cells(found: Sequence[Cell]) -> str:
    """Return a notebook's cells one after the other, without magics; a cell that is no Python is left out."""
    parts = []
    for cell in found:
        text = magics.plain(expand(cell.text.replace("\r\n", "\n")))
        if magics.is_python(text):
            parts += [mark(cell.label, 1), text]
    return "\n".join(parts)


def in_python(text: str) -> str:
    """Return a script's text without magics that a notebook's export left in it."""
    text = expand(text)
    return text if magics.is_python(text) else magics.plain(text)


def expand(text: str) -> str:
    """Return a text with tabs in indentations as spaces, where Python does not accept their mixture."""
    if not MIXED.search(text) or magics.is_python(text):
        return text
    wide = "\n".join(line.expandtabs(8) if line[:1] in " \t" else line for line in text.split("\n"))
    narrow = "\n".join(line.expandtabs(4) if line[:1] in " \t" else line for line in text.split("\n"))
    return wide if magics.is_python(wide) else narrow if magics.is_python(narrow) else text
