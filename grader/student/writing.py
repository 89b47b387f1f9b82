"""Write a report's file whole, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from grader.errors import UsageError


def write_text(path: Path, text: str) -> None:
    """Write a file whole.

    Raises:
        UsageError: it cannot be written there, or would take a program's place.
    """
    if path.suffix in (".py", ".ipynb"):
        raise UsageError(f"{path}: is the name of a program; write the report to another file")
    # Beside its place first, so that a full disk leaves no half of a report; a pipe has nothing beside it.
    apart = path.is_file() or not path.exists()
    whole = path.with_name(f".{path.name}.{os.getpid()}.new") if apart else path
    try:
        whole.write_text(text, encoding="utf-8")
        if apart:
            os.replace(whole, path)
    except OSError as fault:
        if apart:
            with contextlib.suppress(OSError):
                whole.unlink()
        raise UsageError(f"{path}: cannot be written ({fault.strerror}); name another place") from None
