"""Read a whole script, or a notebook's cells in their order, as one text to look at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from grader.inside.observation import Program
from grader.intake import whole
from grader.intake.notebooks import document, marimo
from grader.intake.submission import decode, read_bytes


@dataclass(frozen=True)
class Script:
    """A file to look at: its path, its text as one program, the digest of its bytes.

    ``stops`` is the line at which Python 3 gives up on a script that was read as one for Python 2, else 0.
    """

    path: str
    program: Program
    sha256: str
    notebook: bool
    stops: int = 0


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
    in_cells = document.is_notebook(data, path.name)
    text = "" if in_cells else decode(data, path)
    cells = document.parse(data, path).cells if in_cells else marimo.cells(text)
    notebook = in_cells or bool(cells)
    read, stops = (whole.cells(cells), 0) if notebook else whole.of_today(text)
    program = Program(read, filename=path.name)
    return Script(str(path), program, hashlib.sha256(data).hexdigest(), notebook, stops)
