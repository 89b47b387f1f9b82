"""Read a folder or a zip as a list of files, and refuse what is dangerous in it.

Nothing is ever unpacked: a member's bytes are read into memory, at most as many as a submission may have. So
a name cannot lead out of a folder, and a link, a device or a pipe is named and left alone.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.errors import UsageError

FILES_AT_MOST = 200_000
"""A class of 10,000 with twenty files each; more than that is an attack or the wrong folder."""

READ_AT_MOST = 1 << 20
"""Bytes that are read of a student's file; a byte more proves that it is too large."""

LISTING_AT_MOST = 256 << 20
"""Bytes that are read of a file of the system's own, such as Gradescope's list of submissions."""

NAME_AT_MOST, PATH_AT_MOST = 255, 4096
"""Bytes of a file's name and of its path, as on every file system; what reads longer ones is kept busy."""

KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What learning platforms write, and what is unpacked no further than asked."""

TRIES = 3
"""How often a file that changes meanwhile is read again."""


@dataclass(frozen=True)
class Entry:
    """A file to read: its path inside, with ``/`` between the parts."""

    name: str
    read: Callable[[int], bytes]

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file's name."""
        return PurePosixPath(self.name).parts

    def data(self, at_most: int = READ_AT_MOST) -> bytes:
        """Return the file's bytes, one more than ``at_most`` where there are more.

        Raises:
            UsageError: it cannot be read, or is being changed; the message says what to do.
        """
        return self.read(at_most + 1)


@dataclass(frozen=True)
class Refused:
    """A file that is left alone, and why."""

    name: str
    why: str


@dataclass(frozen=True)
class Tree:
    """What lies in a folder or a zip, in the order of the names."""

    path: Path
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    is_folder: bool


def look(path: Path) -> Tree:
    """List a folder or a zip.

    Raises:
        UsageError: it is neither, is damaged, or holds too much.
    """
    if path.is_dir():
        return folder(path)
    if not path.exists():
        raise UsageError(f"{path}: there is no such folder or zip; check the name")
    if not stat.S_ISREG(path.stat().st_mode):
        raise UsageError(f"{path}: is no ordinary file; name a folder or a zip")
    return zipped(path)


RECENT_SECONDS, PAUSE_SECONDS = 1.0, 0.02
"""A file written within the first is read twice, the second apart."""

# ---- folders -------------------------------------------------------------------------------------


def folder(root: Path) -> Tree:
    """List the files below a folder; links are not followed."""
    entries: list[Entry] = []
    refused: list[Refused] = []
    for path in walk(root, refused):
        name = printable(path.relative_to(root).as_posix())
        why = unusual(path)
        if why:
            refused.append(Refused(name, why))
        else:
            entries.append(Entry(name, lambda size, path=path: read_file(path, size)))  # type: ignore[misc]
        if len(entries) > FILES_AT_MOST:
            raise UsageError(f"{root}: holds more than {FILES_AT_MOST} files; name the folder that was meant")
    return Tree(root, tuple(sorted(entries, key=lambda one: one.name)), tuple(refused), is_folder=True)


def walk(root: Path, refused: list[Refused]) -> Iterator[Path]:
    """Yield everything below a folder that is no folder to go into."""

    def unreadable(fault: OSError) -> None:
        name = os.path.relpath(fault.filename or root, root)
        refused.append(Refused(printable(name), f"the folder cannot be opened ({fault.strerror})"))

    for place, folders, files in os.walk(root, onerror=unreadable):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(links))
        yield from (here / name for name in sorted([*files, *links]))


def unusual(path: Path) -> str:
    """Say why a file is not read; an empty text for an ordinary one."""
    try:
        mode = path.lstat().st_mode
    except OSError as fault:
        return f"cannot be looked at ({fault.strerror})"
    if stat.S_ISLNK(mode):
        return "is a link, which is not followed"
    return "" if stat.S_ISREG(mode) else "is no ordinary file"


def read_file(path: Path, size: int) -> bytes:
    """Return a file's bytes as they were at one moment.

    Raises:
        UsageError: it cannot be read, has become something else, or is being changed.
    """
    for _ in range(TRIES):
        data, before, after = read_once(path, size)
        whole = (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)
        if whole and len(data) == min(size, after.st_size) and not being_written(path, size, data, after):
            return data
    raise UsageError(f"{path}: is being changed while it is read; run the command again when it is at rest")


def read_once(path: Path, size: int) -> tuple[bytes, os.stat_result, os.stat_result]:
    """Return a file's bytes, and what the system said of it before and afterwards.

    Raises:
        UsageError: it cannot be opened or is no ordinary file.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be opened ({fault.strerror}); check its permissions") from None
    with open(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise UsageError(f"{path}: is no ordinary file; hand in a file with Python text")
        return file.read(size), before, os.fstat(handle)


def being_written(path: Path, size: int, data: bytes, seen: os.stat_result) -> bool:
    """Tell whether a file that is only just written still changes: its times are too coarse to tell."""
    if abs(time.time() - seen.st_mtime) > RECENT_SECONDS:
        return False
    time.sleep(PAUSE_SECONDS)
    again, _, after = read_once(path, size)
    return again != data or after.st_mtime_ns != seen.st_mtime_ns


# ---- zips ----------------------------------------------------------------------------------------


def zipped(path: Path) -> Tree:
    """List the files in a zip.

    Raises:
        UsageError: it is no zip, is damaged, or holds too many members.
    """
    try:
        archive = zipfile.ZipFile(path)
        members = archive.infolist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError) as fault:
        raise UsageError(f"{path}: is no folder and cannot be read as a zip ({fault})") from None
    if len(members) > FILES_AT_MOST:
        raise UsageError(f"{path}: holds more than {FILES_AT_MOST} files; name the zip that was meant")
    files = [(member_name(member), member) for member in members if not member.filename.endswith("/")]
    often = Counter(PurePosixPath(name) for name, _ in files)
    entries: list[Entry] = []
    refused: list[Refused] = []
    for name, member in files:
        why = dangerous(name, member) or (
            "has the same name as another" if often[PurePosixPath(name)] > 1 else ""
        )
        if why:
            refused.append(Refused(shortened(printable(name)), why))
        else:
            entries.append(Entry(printable(name), reader(archive, member, f"{path}: {printable(name)}")))
    return Tree(path, tuple(sorted(entries, key=lambda one: one.name)), tuple(refused), is_folder=False)


def member_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; the zip's old encoding is what it says only where it cannot be UTF-8."""
    name = member.orig_filename
    if not member.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def dangerous(name: str, member: zipfile.ZipInfo) -> str:
    """Say why a member is not read; an empty text for an ordinary one."""
    mode = member.external_attr >> 16
    if "\0" in name or not name.strip() or not PurePosixPath(name).parts:
        return "has a name that is none"
    if len(name.encode("utf-8", "replace")) > PATH_AT_MOST or any(
        len(part.encode("utf-8", "replace")) > NAME_AT_MOST for part in name.split("/")
    ):
        return "has a name that is too long"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        return "has a name that leads out of the archive"
    if stat.S_ISLNK(mode):
        return "is a link, which is not followed"
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return "is no ordinary file"
    if member.flag_bits & 0x1:
        return "is encrypted"
    return "" if member.compress_type in KNOWN else "is compressed in an unusual way"


def reader(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> Callable[[int], bytes]:
    """Return a function that reads so many bytes of a member, whatever size it claims to have."""

    def read(size: int) -> bytes:
        try:
            with archive.open(member) as file:
                return file.read(size)
        except (OSError, RuntimeError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as fault:
            raise UsageError(f"{place}: cannot be read ({fault}); have it handed in again") from None
        except MemoryError:
            raise UsageError(f"{place}: needs too much memory; have it handed in again") from None

    return read


def shortened(name: str) -> str:
    """Return a name for people, the middle left out of one that no file system would hold."""
    return name if len(name) <= PATH_AT_MOST else f"{name[:80]} … {name[-40:]}"


def printable(name: str) -> str:
    """Return a name without lone surrogates: bytes that are no text are spelt out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
