"""Read a folder or a zip as a list of files, and refuse what is dangerous in it.

Nothing is ever unpacked: a member's bytes are read into memory, at most as many as a submission may have. So
a name cannot lead out of a folder, and a link, a device or a pipe is named and left alone.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.errors import UsageError
from grader.intake import pruned
from grader.intake.entry import FILES_AT_MOST, Entry, Refused, Tree, printable, unread
from grader.intake.submission import READ_ONLY
from grader.intake.zips import zipped
from grader.words.catalogue import sentence
from grader.words.meant import nothing_at

TRIES = 3
"""How often a file that changes meanwhile is read again."""


def look(path: Path) -> Tree:
    """List a folder or a zip.

    Raises:
        UsageError: it is neither, is damaged, or holds too much.
    """
    if path.is_dir():
        return folder(path)
    if not path.exists():
        raise UsageError(nothing_at(path))
    if not stat.S_ISREG(path.stat().st_mode):
        raise UsageError(f"{path}: is no ordinary file; name a folder or a zip")
    return zipped(path)


RECENT_SECONDS, PAUSE_SECONDS = 1.0, 0.02
"""A file written within the first is read twice, the second apart."""


def folder(root: Path) -> Tree:
    """List the files below a folder; links are not followed."""
    entries: list[Entry] = []
    refused: list[Refused] = []
    folders: list[str] = []
    for path in walk(root, refused, folders):
        name = printable(path.relative_to(root).as_posix())
        why = unusual(path)
        if why:
            refused.append(unread(name, why))
        else:
            entries.append(Entry(name, lambda size, path=path: read_file(path, size)))  # type: ignore[misc]
        if len(entries) > FILES_AT_MOST:
            raise UsageError(f"{root}: holds more than {FILES_AT_MOST} files; name the folder that was meant")
    entries.sort(key=lambda one: one.name)
    return Tree(root, tuple(entries), tuple(refused), is_folder=True, pruned=tuple(folders))


def walk(root: Path, refused: list[Refused], left: list[str]) -> Iterator[Path]:
    """Yield everything below a folder that is no folder to go into; note the folders ``left`` out."""

    def unreadable(fault: OSError) -> None:
        name = os.path.relpath(fault.filename or root, root)
        why = sentence("left.unopened", reason=fault.strerror)
        refused.append(Refused(printable(name), why, doubt=True))

    for place, folders, files in os.walk(root, onerror=unreadable):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(links))
        name = printable(here.relative_to(root).as_posix())
        why = pruned.why(name) or (sentence("left.environment") if is_environment(files, folders) else "")
        if why and here != root:
            refused.append(Refused(f"{name}/", why))
            left.append(name)
            folders.clear()
            continue
        yield from (here / name for name in sorted([*files, *links]))


def is_environment(files: Sequence[str], folders: Sequence[str]) -> bool:
    """Tell whether a folder is a virtual environment by what lies in it."""
    return not pruned.ENVIRONMENT.isdisjoint([*files, *folders])


def unusual(path: Path) -> str:
    """Say why a file is not read; an empty text for an ordinary one."""
    try:
        mode = path.lstat().st_mode
    except OSError as fault:
        return sentence("left.unseen", reason=fault.strerror)
    if stat.S_ISLNK(mode):
        return sentence("left.link")
    return "" if stat.S_ISREG(mode) else sentence("left.no_file")


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
    raise UsageError(sentence("refused.changing", path=path))


def read_once(path: Path, size: int) -> tuple[bytes, os.stat_result, os.stat_result]:
    """Return a file's bytes, and what the system said of it before and afterwards.

    Raises:
        UsageError: it cannot be opened or is no ordinary file.
    """
    try:
        handle = os.open(path, READ_ONLY)
    except OSError as fault:
        raise UsageError(sentence("refused.unopened.remedy", path=path, reason=fault.strerror)) from None
    with open(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise UsageError(sentence("refused.no_ordinary_file", path=path))
        return file.read(size), before, os.fstat(handle)


def being_written(path: Path, size: int, data: bytes, seen: os.stat_result) -> bool:
    """Tell whether a file that is only just written still changes: its times are too coarse to tell."""
    if abs(time.time() - seen.st_mtime) > RECENT_SECONDS:
        return False
    time.sleep(PAUSE_SECONDS)
    again, _, after = read_once(path, size)
    return again != data or after.st_mtime_ns != seen.st_mtime_ns
