"""Open the archives that students handed in, one level deep, with limits on what is read of them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from grader.errors import UsageError
from grader.intake import naming
from grader.intake.entry import ARCHIVE, PATH_AT_MOST, READ_AT_MOST, Entry, Refused, printable, unread
from grader.intake.zips import ENCRYPTED, FAULTS, dangerous, member_name, without_libraries
from grader.words.catalogue import sentence

BYTES_AT_MOST = 32 << 20
"""Bytes of an archive that are read: room for a few submissions and their data."""

UNPACKED_AT_MOST = 128 << 20
"""Bytes that a tar is unpacked to, at most, to find what lies in it."""

MEMBERS_AT_MOST = 20_000
"""Files in one person's archive, environments left aside."""

PROGRAMS_AT_MOST = 500
"""Programs among these: each is looked into, to tell what it answers."""

_PACKED: Mapping[bytes, Callable[..., Any]] = MappingProxyType(
    {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
)
"""What opens a compressed file, by the bytes with which it begins."""


def is_archive(name: str) -> bool:
    """Tell whether a file is an archive, by its name."""
    return ARCHIVE.search(name) is not None


def opened(entries: Iterable[Entry]) -> tuple[list[Entry], list[Refused]]:
    """Return the entries with every archive replaced by what lies in it, and what is left alone there.

    An archive that cannot be opened stays, with its fault: somebody has handed it in.
    """
    found: list[Entry] = []
    refused: list[Refused] = []
    for entry in entries:
        if not is_archive(entry.file) or re.search(r"(^|/)\._", entry.name):
            found.append(entry)
            continue
        try:
            inside, left = listed(entry)
        except UsageError as fault:
            found.append(replace(entry, fault=str(fault)))
        else:
            # An archive of no program at all is somebody's, too.
            found += inside or [replace(entry, fault=sentence("left.archive.empty"))]
            refused += left
    return found, refused


def listed(entry: Entry) -> tuple[list[Entry], list[Refused]]:
    """Return what lies in one archive: its programs as entries, and what is left alone.

    Raises:
        UsageError: it cannot be opened; the message says why, without the name.
    """
    names, refused = _names(entry)
    files, left, _ = without_libraries([(name, name) for name in names])
    if len(files) > MEMBERS_AT_MOST:
        raise UsageError(sentence("left.archive.files", most=MEMBERS_AT_MOST))
    found = []
    for name, _ in files:
        if is_archive(name):
            refused.append(Refused(name, sentence("left.archive.inside"), True))
        elif naming.kind(name):
            found.append(replace(entry, read=_reader(entry, name), inside=name))
    if len(found) > PROGRAMS_AT_MOST:
        raise UsageError(sentence("left.archive.programs", most=PROGRAMS_AT_MOST))
    return found, [replace(one, name=f"{entry.name}/{one.name}") for one in (*refused, *left)]


def _names(entry: Entry) -> tuple[list[str], list[Refused]]:
    """Return the paths of an archive's ordinary members, and the others with the reason."""
    with _explained():
        data = entry.data(BYTES_AT_MOST)
        if len(data) > BYTES_AT_MOST:
            raise UsageError(sentence("left.archive.size", size=BYTES_AT_MOST >> 20))
        if zipfile.is_zipfile(io.BytesIO(data)):
            return _zip_names(data)
        return _tar_names(data, entry.file)


def _zip_names(data: bytes) -> tuple[list[str], list[Refused]]:
    """Return the members of a zip: those to read, and those left alone."""
    names: list[str] = []
    refused: list[Refused] = []
    for member in zipfile.ZipFile(io.BytesIO(data)).infolist():
        name = member_name(member)
        if name.endswith("/"):
            continue
        why = dangerous(name, member)
        if member.flag_bits & ENCRYPTED:
            raise UsageError(sentence("left.archive.password"))
        if why:
            refused.append(unread(name, why))
        else:
            names.append(printable(name))
    return _once(names, refused), refused


def _once(names: Sequence[str], refused: list[Refused]) -> list[str]:
    """Return the names that stand once; which of two files of one name is meant, nothing tells."""
    often = Counter(names)
    refused += [unread(name, sentence("left.repeated")) for name, many in often.items() if many > 1]
    return [name for name, many in often.items() if many == 1]


def _tar_names(data: bytes, name: str) -> tuple[list[str], list[Refused]]:
    """Return the members of a tar: those to read, and those left alone."""
    names: list[str] = []
    refused: list[Refused] = []
    for _, member in _tar(data, name):
        if len(member.name) > PATH_AT_MOST:
            refused.append(unread(member.name, sentence("left.name.long")))
            continue
        path = PurePosixPath(printable(member.name))
        if member.isdir():
            continue
        if path.is_absolute() or ".." in path.parts:
            refused.append(unread(str(path), sentence("left.name.out")))
        elif not member.isreg():
            refused.append(unread(str(path), sentence("left.no_file.tar")))
        else:
            names.append(str(path))
    return _once(names, refused), refused


class _Unpacked(io.RawIOBase):
    """The bytes of a compressed file, so many at most: names and headers, too, may unpack without end."""

    def __init__(self, data: bytes) -> None:
        """Begin at the first byte."""
        opener = next((made for magic, made in _PACKED.items() if data.startswith(magic)), None)
        self._file = opener(io.BytesIO(data)) if opener else io.BytesIO(data)
        self._left = UNPACKED_AT_MOST

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            UsageError: there were too many.
        """
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise UsageError(sentence("left.archive.unpacks", size=UNPACKED_AT_MOST >> 20))
        return data


def _tar(data: bytes, name: str) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """Yield the members of a tar, however it is compressed, with the tar.

    Raises:
        UsageError: it is none, or unpacks to too much.
    """
    if re.search(r"\.(7z|rar)(?:\s*\(\d+\))?$", name, re.IGNORECASE):
        raise UsageError(sentence("left.archive.kind"))
    with tarfile.open(fileobj=_Unpacked(data), mode="r|") as archive:
        claimed = 0
        for member in archive:
            claimed += member.size
            if claimed > UNPACKED_AT_MOST:
                # Said before the member is looked for behind so many bytes.
                raise UsageError(sentence("left.archive.unpacks", size=UNPACKED_AT_MOST >> 20))
            yield archive, member


def _reader(entry: Entry, name: str) -> Callable[[int], bytes]:
    """Return what reads so many bytes of one member."""

    def read(size: int) -> bytes:
        try:
            with _explained():
                return _members(entry)[name](size)
        except UsageError as fault:
            raise UsageError(f"{entry.name}/{name}: {fault}") from None

    return read


@lru_cache(maxsize=1)
def _members(entry: Entry) -> Mapping[str, Callable[[int], bytes]]:
    """Return what reads each member of an archive, whatever size it claims to have.

    The latest archive is kept, so that one of many programs is unpacked once.
    """
    data = entry.data(BYTES_AT_MOST)
    if zipfile.is_zipfile(io.BytesIO(data)):
        whole = zipfile.ZipFile(io.BytesIO(data))
        members = {printable(member_name(one)): one for one in whole.infolist()}
        return {name: partial(_of_zip, whole, one) for name, one in members.items()}
    found: dict[str, Callable[[int], bytes]] = {}
    for tar, member in _tar(data, entry.file):
        taken = tar.extractfile(member) if member.isreg() else None
        if taken and naming.kind(member.name):
            found[str(PurePosixPath(printable(member.name)))] = partial(_of, taken.read(READ_AT_MOST + 1))
    return found


def _of_zip(whole: zipfile.ZipFile, member: zipfile.ZipInfo, size: int) -> bytes:
    """Return so many bytes of a zip's member."""
    with whole.open(member) as file:
        return file.read(size)


def _of(data: bytes, size: int) -> bytes:
    """Return so many of these bytes."""
    return data[:size]


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what a damaged archive raises into a sentence."""
    try:
        yield
    except FAULTS as fault:
        raise UsageError(sentence("left.archive.damaged", fault=fault)) from None
