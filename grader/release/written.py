"""What is handed out as files: a folder or a zip, written whole or not at all, and read again."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from grader.course.whole import instead
from grader.errors import UsageError
from grader.words.catalogue import sentence

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time that every file in a zip bears, so that the same course gives the same bytes."""

Bundle = Mapping[str, bytes]
"""The files of what is handed out, by their paths in it."""


def demand_room(target: Path) -> None:
    """Raise UsageError where a release would mix with what is there."""
    if target.suffix == ".zip":
        if target.exists() and not zipfile.is_zipfile(target):
            raise UsageError(sentence("asked.release.no_zip", path=target))
    elif target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(sentence("asked.release.not_empty", path=target))


def write(files: Bundle, target: Path) -> None:
    """Write all files or none.

    Raises:
        UsageError: the place cannot be written.
    """
    write_all = write_zip if target.suffix == ".zip" else write_folder
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with instead(target) as new:
            write_all(files, new)
    except OSError as fault:
        raise UsageError(sentence("asked.unwritable", path=target, reason=fault.strerror)) from None


def write_folder(files: Bundle, target: Path) -> None:
    """Write the files into a new folder."""
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_zip(files: Bundle, target: Path) -> None:
    """Write the files as a zip that unpacks into one folder of its own name."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(entry(f"{target.stem}/{name}"), content)


def entry(name: str) -> zipfile.ZipInfo:
    """Return the head of a file in a zip: no time, no owner, readable by all."""
    info = zipfile.ZipInfo(name, EARLIEST)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def read(target: Path) -> Bundle:
    """Return the files of an earlier release.

    Raises:
        UsageError: there is none.
    """
    if zipfile.is_zipfile(target):
        with zipfile.ZipFile(target) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            return {name.partition("/")[2]: archive.read(name) for name in names}
    if not target.is_dir():
        raise UsageError(sentence("asked.release.missing", path=target))
    paths = [path for path in target.rglob("*") if path.is_file()]
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in paths}


def differences(target: Path, files: Bundle) -> Iterator[str]:
    """Yield a line for every one of these files that is not there, or is another.

    Raises:
        UsageError: there is nothing to read at the target.
    """
    there = read(target)
    for name, content in files.items():
        if there.get(name) != content:
            state = "is missing" if name not in there else "is not what the course says"
            yield f"{target}: {name} {state}; release it again"
