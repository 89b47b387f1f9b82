"""Tell which programs in some folders were saved: by the system's notices, or by looking again and again."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

PROGRAMS = frozenset({".py", ".ipynb"})

STEP = 5
"""Milliseconds without a further change after which a save is taken to be over."""

GROUP = 50
"""Milliseconds over which changes are gathered at most."""

POLL = 200
"""Milliseconds between two looks where the system gives no notices."""

MOUNTS = Path("/proc/self/mounts")

UNDECODABLE = "Unable to decode path"
"""What the notices say of a file whose name is no text in UTF-8; they end there."""

SILENT = frozenset(
    {"9p", "afs", "cifs", "drvfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs"}
    | {"fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse"}
)
"""File systems on which nobody hears of what another machine writes."""


def saves(folders: Sequence[Path], poll: bool, stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield the programs that were saved together, until ``stop`` is set.

    Folders are watched and not files: many editors save by writing a new file and renaming it.

    Raises:
        OSError: a folder is gone, or the system gives no further notices.
    """
    try:
        from watchfiles import watch
    except ModuleNotFoundError:
        yield from looks(folders, stop)
        return
    force = True if poll or any(is_silent(folder) for folder in folders) else None
    noticed = watch(
        *folders,
        watch_filter=None,
        debounce=GROUP,
        step=STEP,
        rust_timeout=500,
        stop_event=stop,
        force_polling=force,
        poll_delay_ms=POLL,
        recursive=False,
    )
    try:
        for changes in noticed:
            saved = frozenset(path for _, name in changes if is_program(path := Path(name)))
            if saved:
                yield saved
    except RuntimeError as fault:
        if UNDECODABLE not in str(fault):
            raise
        yield from looks(folders, stop)  # whose names are bytes, where they are no text


def looks(folders: Sequence[Path], stop: threading.Event) -> Iterator[frozenset[Path]]:
    """Yield the programs that were saved together, found by looking again and again.

    Raises:
        OSError: a folder is gone.
    """
    before = stamps(folders)
    while not stop.wait(POLL / 1000):
        now = stamps(folders)
        saved = frozenset(path for path, stamp in now.items() if before.get(path) != stamp)
        before = now
        if saved:
            yield saved


def stamps(folders: Sequence[Path]) -> Mapping[Path, tuple[int, int]]:
    """Return when each program was changed, and its size.

    Raises:
        OSError: a folder is gone.
    """
    found = {}
    for folder in folders:
        for path in filter(is_program, folder.iterdir()):
            with contextlib.suppress(FileNotFoundError):  # an editor is about to bring it back
                state = path.stat()
                found[path] = (state.st_mtime_ns, state.st_size)
    return found


def is_program(path: Path) -> bool:
    """Tell whether a path is that of a program, and not of an editor's lock or copy."""
    return path.suffix in PROGRAMS and not path.name.startswith(".")


def is_silent(folder: Path, mounts: Path = MOUNTS) -> bool:
    """Tell whether a folder lies on a file system that gives no notices."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    places = [(line.split(" ")[1].replace("\\040", " "), line.split(" ")[2]) for line in lines if line]
    above = [(place, kind) for place, kind in places if folder.resolve().is_relative_to(place)]
    return max(above, key=lambda found: len(found[0]), default=("", ""))[1] in SILENT
