"""Read a whole script, or a notebook's cells in their order, as one text to look at."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from grader.inside.observation import Program
from grader.intake.notebooks import document, magics
from grader.intake.submission import decode, is_notebook, read_bytes
from grader.words.location import mark

MIXED = re.compile(r"^[ \t]*\t", re.MULTILINE)
"""An indentation with a tab in it."""


@dataclass(frozen=True)
class Script:
    """A file to look at: its path, its text as one program, the digest of its bytes."""

    path: str
    program: Program
    sha256: str
    notebook: bool


def read(path: Path) -> Script:
    """Read a Python file or a notebook.

    Raises:
        UsageError: it is no readable text; the message says what to do.
    """
    return parse(read_bytes(path), path)


def parse(data: bytes, path: Path) -> Script:
    """Turn a file's bytes into a script; the path names it and need not exist.

    Raises:
        UsageError: as ``read`` does.
    """
    notebook = is_notebook(path)
    text = cells(data, path) if notebook else in_python(decode(data, path))
    return Script(str(path), Program(text, filename=path.name), hashlib.sha256(data).hexdigest(), notebook)


def cells(data: bytes, path: Path) -> str:
    """Return a notebook's cells one after the other, without magics; a cell that is no Python is left out."""
    parts = []
    for cell in document.parse(data, path).cells:
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
