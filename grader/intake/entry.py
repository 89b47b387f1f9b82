"""The records of reading a folder or a zip: a file to read, a file that is left alone, all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.intake import naming

ARCHIVE = re.compile(
    r"\.(zip|tar|tgz|tbz2?|txz|7z|rar|gz|xz|bz2|zst)(?:\s*\(\d+\))?$",
    re.IGNORECASE,
)

FILES_AT_MOST = 200_000
"""A class of 10,000 with twenty files each; more than that is an attack or the wrong folder."""

READ_AT_MOST = 1 << 20
"""Bytes that are read of a student's file; a byte more proves that it is too large."""

NAME_AT_MOST, PATH_AT_MOST = 255, 4096
"""Bytes of a file's name and of its path, as on every file system; what reads longer ones is kept busy."""

LISTING_AT_MOST = 256 << 20
"""Bytes that are read of a file of the system's own, such as Gradescope's list of submissions."""


@dataclass(frozen=True)
class Entry:
    """A file to read: its path, with ``/`` between the parts, and its path ``inside`` the archive so called.

    ``fault`` says why an archive that a student handed in cannot be opened.
    """

    name: str
    read: Callable[[int], bytes]
    inside: str = ""
    fault: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file's name; those of the archive for a file in one."""
        return PurePosixPath(self.name).parts

    @property
    def inner(self) -> tuple[str, ...]:
        """The folders and the file's name inside an archive; nothing for a file that lies in none."""
        return PurePosixPath(self.inside).parts

    @property
    def path(self) -> str:
        """The whole path, an archive's name being a folder's."""
        return f"{self.name}/{self.inside}" if self.inside else self.name

    @property
    def file(self) -> str:
        """The name of the file itself, without folders."""
        return PurePosixPath(self.path).name

    def data(self, at_most: int = READ_AT_MOST) -> bytes:
        """Return the file's bytes, one more than ``at_most`` where there are more.

        Raises:
            UsageError: it cannot be read, or is being changed; the message says what to do.
        """
        return self.read(at_most + 1)


@dataclass(frozen=True)
class Refused:
    """A file that is left alone, and why. In ``doubt``, it may well be the work of somebody."""

    name: str
    why: str
    doubt: bool = False


def unread(name: str, why: str) -> Refused:
    """Leave a file alone that cannot be read; called as a program or an archive is, it is somebody's work."""
    whole = printable(name)
    return Refused(shortened(whole), why, doubt=bool(naming.kind(whole)) or ARCHIVE.search(whole) is not None)


@dataclass(frozen=True)
class Tree:
    """What lies in a folder or a zip, in the order of the names. ``pruned`` are folders not looked into."""

    path: Path
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    is_folder: bool
    pruned: tuple[str, ...] = ()


def printable(name: str) -> str:
    """Return a name without lone surrogates: bytes that are no text are spelt out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def shortened(name: str) -> str:
    """Return a name for people, the middle left out of one that no file system would hold."""
    return name if len(name) <= PATH_AT_MOST else f"{name[:80]} … {name[-40:]}"
