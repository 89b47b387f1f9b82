"""Take rights away from this process and say which are gone."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_NO_NEW_PRIVS = 38

CPU_SECONDS = 120
OPEN_FILES = 64
MEMORY_BYTES = 1 << 30
"""What a program may allocate beyond the size of the warm server it was forked from."""


def lock() -> tuple[str, ...]:
    """Take every right away that this system can take; return what was taken, a few words each.

    Called in the forked child before it reads any program. Whatever cannot be taken raises OSError, and
    the child ends without running anything.
    """
    limit(resource.RLIMIT_CPU, CPU_SECONDS)
    limit(resource.RLIMIT_AS, own_size() + MEMORY_BYTES)
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    limit(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a refused write is an OSError, not a death
    held = ["processor time limit", "memory limit", "no file writes"]
    if sys.platform == "linux":
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        prctl(PR_SET_NO_NEW_PRIVS, 1)
        prctl(PR_SET_DUMPABLE, 0)
        held.append("no new privileges")
    return tuple(held)


def limit(what: int, amount: int) -> None:
    """Lower a limit for good, never above the one that already holds."""
    _, hard = resource.getrlimit(what)
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (amount, amount))


def own_size() -> int:
    """Return this process's address space in bytes."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def prctl(option: int, argument: int) -> None:
    """Ask the kernel for one process option; raise OSError where it refuses."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, argument, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option})")


def only_these(requests: int, replies: int) -> None:
    """Leave the process four open files: nothing to read, nowhere to print, requests as 3, replies as 4."""
    nothing = os.open(os.devnull, os.O_RDWR)
    high = [
        os.dup2(fd, 100 + place) for place, fd in enumerate((nothing, nothing, nothing, requests, replies))
    ]
    for place, fd in enumerate(high):
        os.dup2(fd, place)
    os.closerange(5, 4096)


def leave_session() -> None:
    """Become the leader of a session of its own, so that no terminal signal reaches it."""
    with contextlib.suppress(OSError):
        os.setsid()
