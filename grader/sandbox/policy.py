"""What a server is told before it loads anything: which rights it and its children give up, and how."""

from __future__ import annotations

import functools
import itertools
import os
import platform
import struct
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from grader.sandbox import filter
from grader.sandbox.bpf import OWN_PID
from grader.sandbox.mounts import DEVICES, INSIDE, SINGLE, SYSTEM, View
from grader.sandbox.syscalls import MACHINES

LAYERS = ("namespaces", "user", "outer", "files", "limits", "landlock", "seccomp")
"""What a test may switch off, see ``Sandbox.without``.

namespaces: bubblewrap. user: the drop from root, no_new_privs, dumpable 0. outer: the server's own seccomp
filter. files: the closing of open files, and the session of its own. limits: all rlimits.
landlock: the child's ruleset. seccomp: the child's filter.
"""

PROCESS_LAYERS = frozenset({"files", "limits"})
"""What the tiers ``process`` and ``none`` consist of."""

PHRASES: Mapping[str, tuple[str, ...]] = {
    "namespaces": ("no files of yours in view", "no network", "no other process in view"),
    "landlock": ("no file writes", "files of the libraries only"),
    "seccomp": ("no new processes", "no sockets", "harmless system calls only"),
    "user": ("no new privileges",),
    "limits": ("processor time limit", "memory limit", "open files limit"),
}
"""What each layer is to the reader of a report."""

ALWAYS = ("separate process", "time limit", "output limit", "numbers only")
"""What holds in every tier, since the parent sees to it."""

THREADS = 64
"""Threads that a program may have at once."""

FIRST_USER, USERS = 60_001, 900
"""Users that no system hands out; root's servers run as one of them each."""

STRIDE = 307
"""From one server's user to the next one's; shares no factor with ``USERS``, so that few graders meet."""

STARTED = itertools.count()
"""How many servers this process has planned."""


def plan(profile: str, layers: Collection[str], view: View, at_once: int = 1) -> Mapping[str, Any]:
    """Return what a server is told, ready for JSON.

    ``at_once`` programs may run side by side; the kernel counts their threads together.
    """
    machine = platform.machine()
    apart = "namespaces" in layers
    own = FIRST_USER + (os.getpid() + STRIDE * next(STARTED)) % USERS
    becomes = own if can_be_another(view, apart) else 0
    listed, full = readable(view, apart)
    asked = sorted(layers)
    return {
        "profile": profile,
        "layers": asked,
        "user": becomes,
        "spare_user": own,
        "threads": THREADS * at_once + (0 if apart else tasks(counted_as(own, layers))),
        "outer": filter.server(machine).hex() if "outer" in layers else "",
        "filter": filter.programs(machine).hex() if "seccomp" in layers else "",
        "own_pid": struct.pack("<I", OWN_PID).hex(),
        "readable": full,
        "listed": listed,
        "devices": list(DEVICES),
    }


def protections(layers: Collection[str]) -> tuple[str, ...]:
    """Return what holds where these layers do, a few words each."""
    return (*ALWAYS, *(phrase for layer, phrases in PHRASES.items() if layer in layers for phrase in phrases))


def every_phrase() -> tuple[str, ...]:
    """Return all that ``protections`` may say."""
    return protections(PHRASES)


def known_machine() -> bool:
    """Tell whether there are filters for this machine."""
    return sys.platform == "linux" and platform.machine() in MACHINES


def readable(view: View, apart: bool) -> tuple[list[str], list[str]]:
    """Return the folders that a program may list, and the paths beneath which it may read.

    ``apart`` from the machine's files it sees ours elsewhere, and what is hidden is not there.
    """
    ours = (FAR_ROOT,) if apart else tuple(f"{view.root}/{path}" for path in INSIDE)
    listed: list[str] = []
    full: list[str] = []
    for path in (*SYSTEM, *view.shown):
        punch(os.path.realpath(path), () if apart else view.hidden, listed, full)
    return listed, [*dict.fromkeys(full), *ours, view.python, *SINGLE]


def punch(path: str, hidden: Collection[str], listed: list[str], full: list[str]) -> None:
    """Add a path to what may be read, save what is hidden beneath it."""
    if path in hidden:
        return
    if not any(place.startswith(f"{path}/") for place in hidden):
        full.append(path)
        return
    listed.append(path)
    for entry in os.scandir(path):
        punch(entry.path, hidden, listed, full)


FAR_ROOT = "/run/grader"
"""Where our own files are in the sandbox's view."""


def can_be_another(view: View, apart: bool) -> bool:
    """Tell whether another user than root could read the interpreter."""
    return apart or all(open_to_all(path) for path in (view.python, *view.shown, view.root))


def counted_as(own: int, layers: Collection[str]) -> int:
    """Return the user among whose threads the kernel counts a program's: root's servers become another."""
    return own if os.getuid() == 0 and "user" in layers else os.getuid()


def open_to_all(path: str) -> bool:
    """Tell whether every user may enter a path's folders and read what is there."""
    place = Path(path)
    readable = 0o005 if place.is_dir() else 0o004
    return place.stat().st_mode & readable == readable and all(
        folder.stat().st_mode & 0o001 for folder in place.parents
    )


def tasks(user: int) -> int:
    """Return how many threads a user has, since the kernel counts them all together.

    0 where the system does not tell.
    """
    count = 0
    for entry in Path("/proc").iterdir() if os.path.isdir("/proc/self/task") else ():
        try:
            if entry.name.isdigit() and entry.stat().st_uid == user:
                count += len(os.listdir(entry / "task"))
        except OSError:
            continue
    return count


@functools.cache
def bubblewrap() -> str | None:
    """Return the path of ``bwrap``, None where it is not installed.

    A part of PATH that is empty or relative names the working directory, which may be a hand-in.
    """
    import shutil

    folders = [
        place for place in os.environ.get("PATH", os.defpath).split(os.pathsep) if os.path.isabs(place)
    ]
    return shutil.which("bwrap", path=os.pathsep.join(folders))
