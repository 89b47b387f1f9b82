"""Digests of the grader's own files: what a key depends on, and what remembered observations do.

Each is read once, as what runs does not change.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path

import grader

NUMBERS_DEPEND_ON = ("inside", "numbers", "pages", "keys")
"""The folders on which the numbers in a key depend; a change in one makes every key stale."""

ROWS_DEPEND_ON = (
    *("inside", "sandbox", "keys/keyfile.py", "keys/pieces.py", "keys/staleness.py"),
    *("keys/making/reach.py", "keys/making/remembering.py", "keys/making/rows.py"),
)
"""What observes a program, and what tells by its code which observation is its own.

What only makes programs, or compares what they gave, is left out: a key that it makes stale is made again
without running them all.
"""


@functools.cache
def engine() -> str:
    """Return a digest of the files that a key depends on; relations only name mistakes."""
    return digest_of(NUMBERS_DEPEND_ON)


@functools.cache
def rows_engine() -> str:
    """Return a digest of the files that a remembered row depends on."""
    return digest_of(ROWS_DEPEND_ON)


def digest_of(places: Sequence[str]) -> str:
    """Return the version and a digest of some files and folders of the package."""
    folder = Path(grader.__file__).resolve().parent
    files = (
        path
        for name in places
        for path in ([folder / name] if name.endswith(".py") else sorted((folder / name).rglob("*.py")))
        if "relations" not in path.relative_to(folder).parts
    )
    data = b"".join(path.read_bytes() for path in files)
    return f"{grader.__version__}-{hashlib.sha256(data).hexdigest()[:16]}"
