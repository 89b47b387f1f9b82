"""Write a report's file whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from grader.course import whole
from grader.errors import UsageError
from grader.words.catalogue import sentence


def write_text(path: Path, text: str) -> None:
    """Write a file whole.

    Raises:
        UsageError: it cannot be written there, or would take a program's place.
    """
    if path.suffix.lower() in (".py", ".ipynb"):
        raise UsageError(f"{path}: is the name of a program; write the report to another file")
    try:
        if path.is_file() or not path.exists():
            whole.write(path, text)
        else:  # a pipe has nothing that could take its place
            path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise UsageError(sentence("asked.unwritable", path=path, reason=fault.strerror)) from None
