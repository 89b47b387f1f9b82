"""List the files in a zip; nothing is ever unpacked, and what is dangerous is named and left alone."""

from __future__ import annotations

import lzma
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar

from grader.errors import UsageError
from grader.intake import encodings, pruned
from grader.intake.entry import (
    FILES_AT_MOST,
    NAME_AT_MOST,
    PATH_AT_MOST,
    Entry,
    Refused,
    Tree,
    printable,
    unread,
)
from grader.words.catalogue import sentence

KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What learning platforms write, and what is unpacked no further than asked."""


FAULTS = (
    *(OSError, RuntimeError, ValueError, EOFError, LookupError, ArithmeticError, MemoryError),
    *(zipfile.BadZipFile, tarfile.TarError, struct.error, zlib.error, lzma.LZMAError),
)
"""What the standard library raises on an archive that is damaged, or made to do harm."""


def is_other(path: Path) -> bool:
    """Tell whether a file is called as another kind of archive."""
    return path.suffix.lower() in (".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar")


def zipped(path: Path) -> Tree:
    """List the files in a zip.

    Raises:
        UsageError: it is not a zip, is damaged, or holds too many members.
    """
    try:
        archive = zipfile.ZipFile(path)
        members = archive.infolist()
    except FAULTS as fault:
        raise UsageError(
            f"{path}: is no folder and cannot be read as a zip ({fault}); "
            f"{'unpack it, and name its folder' if is_other(path) else 'download it again, or name a folder'}"
        ) from None
    members = [member for member in members if not member.filename.endswith("/")]
    written = encodings.encoding(filter(None, map(encodings.raw, members)))
    files, refused, left = without_libraries([(member_name(member, written), member) for member in members])
    if len(files) > FILES_AT_MOST:
        raise UsageError(f"{path}: holds more than {FILES_AT_MOST} files; name the zip that was meant")
    often = Counter(PurePosixPath(name) for name, _ in files)
    entries: list[Entry] = []
    for name, member in files:
        why = dangerous(name, member)
        if not why and often[PurePosixPath(name)] > 1:
            why = sentence("left.name.same")
        elif not why and not (written or encodings.is_told(member)):
            why = sentence("left.name.encoding")
        if why:
            refused.append(unread(name, why))
        else:
            entries.append(Entry(printable(name), reader(archive, member, f"{path}: {printable(name)}")))
    entries.sort(key=lambda one: one.name)
    return Tree(path, tuple(entries), tuple(refused), is_folder=False, pruned=left)


ENCRYPTED = 0x1
"""The flag of a member with a password."""

Member = TypeVar("Member")


def without_libraries(
    files: Sequence[tuple[str, Member]],
) -> tuple[list[tuple[str, Member]], list[Refused], tuple[str, ...]]:
    """Return the members outside of environments and the like, a line for each of those, and their paths."""
    # A path that no file system would hold is refused further on; to take it apart takes long.
    known = pruned.environments(name for name, _ in files if len(name) <= PATH_AT_MOST)
    kept: list[tuple[str, Member]] = []
    left: dict[str, str] = {}
    for name, member in files:
        folder, why = pruned.above(name, known) if len(name) <= PATH_AT_MOST else ("", "")
        if folder:
            left[folder] = why
        else:
            kept.append((name, member))
    refused = [Refused(f"{printable(folder)}/", why) for folder, why in left.items()]
    return kept, refused, tuple(left)


def member_name(member: zipfile.ZipInfo, written: str = "") -> str:
    """Return a member's name, as it is ``written`` where the zip does not tell and it cannot be UTF-8."""
    name, raw = encodings.unicode_path(member) or member.orig_filename, encodings.raw(member)
    if raw is not None:
        name = raw.decode("utf-8" if encodings.is_utf8(raw) else written or "cp437", "replace")
    return name.replace("\\", "/")


def dangerous(name: str, member: zipfile.ZipInfo) -> str:
    """Say why a member is not read; an empty text for an ordinary one."""
    mode = member.external_attr >> 16
    if "\0" in name or not name.strip() or not PurePosixPath(name).parts:
        return sentence("left.name.none")
    if len(name.encode("utf-8", "replace")) > PATH_AT_MOST or any(
        len(part.encode("utf-8", "replace")) > NAME_AT_MOST for part in name.split("/")
    ):
        return sentence("left.name.long")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        return sentence("left.name.out")
    if stat.S_ISLNK(mode):
        return sentence("left.link")
    if stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        return sentence("left.no_file")
    if member.flag_bits & ENCRYPTED:
        return sentence("left.encrypted")
    return "" if member.compress_type in KNOWN else sentence("left.compressed")


def reader(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> Callable[[int], bytes]:
    """Return a function that reads so many bytes of a member, whatever size it claims to have."""

    def read(size: int) -> bytes:
        try:
            with archive.open(member) as file:
                return file.read(size)
        except FAULTS as fault:
            why = "it needs too much memory" if isinstance(fault, MemoryError) else fault
            raise UsageError(f"{place}: cannot be read ({why}); have it handed in again") from None

    return read
