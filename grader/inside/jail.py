"""Take rights away from this process, for good."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import mmap
import os
import resource
import signal
import struct

from grader.inside import landlock

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
SECCOMP_MODE_FILTER = 2

LIMITS = {
    "CPU": 120,
    "FSIZE": 0,
    "NOFILE": 64,
    "CORE": 0,
    "STACK": 8 << 20,
    "MEMLOCK": 0,
    "MSGQUEUE": 0,
    "SIGPENDING": 64,
}
"""A child's limits: seconds, bytes, or how many. Memory and threads depend on the server."""

MEMORY_BYTES = 1 << 30
"""What a program may allocate beyond the size of the warm server it was forked from."""

SERVER_FILES = 4096
"""Open files of the server at most, so that a child knows up to where to close them."""


# ---- in the server -------------------------------------------------------------------------------


def drop_user(user: int, spare: int) -> None:
    """Stop being root: become this user without groups, or, where it is 0, root without any capability.

    As root it reads root's own files and no more. It counts as ``spare`` all the same, since the kernel
    limits the threads of everybody but root.

    Raises:
        OSError: the kernel refuses.
    """
    os.setgroups([])
    drop_bounds()
    if user:
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    else:
        os.setresuid(spare, 0, 0)
    drop_capabilities()  # becoming another user leaves those that a program of its would inherit


def drop_bounds() -> None:
    """Give up every capability for whatever this process may become."""
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            return  # the kernel knows no more of them


def drop_capabilities() -> None:
    """Give up every capability that this process has."""
    header = struct.pack("<Ii", 0x2008_0522, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, bytes(24)) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def size() -> int:
    """Return the bytes of address space that this process uses: the least limit under which it gets a page.

    Asked of the kernel by trying, since a sandbox without /proc does not tell.
    """
    old = resource.getrlimit(resource.RLIMIT_AS)
    page = mmap.PAGESIZE
    low, high = 0, 1 << 47 if old[1] == resource.RLIM_INFINITY else old[1]
    try:
        while high - low > page:
            middle = (low + high) // 2
            resource.setrlimit(resource.RLIMIT_AS, (middle, old[1]))
            try:
                mmap.mmap(-1, page).close()
                high = middle
            except OSError:
                low = middle
    finally:
        resource.setrlimit(resource.RLIMIT_AS, old)
    return high


# ---- in the child --------------------------------------------------------------------------------


def leave_session() -> None:
    """Become the leader of a session of its own, so that no terminal signal reaches it."""
    with contextlib.suppress(OSError):
        os.setsid()


def only_these(requests: int, replies: int) -> None:
    """Leave the process five open files: nothing to read, nowhere to print, requests as 3, replies as 4."""
    nothing = os.open(os.devnull, os.O_RDWR)
    # Copies above the five, so that none of them is overwritten before it has been copied.
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD, 5) for fd in (nothing, nothing, nothing, requests, replies)]
    for place, fd in enumerate(high):
        os.dup2(fd, place)
    os.closerange(5, SERVER_FILES)


def limits(memory: int, threads: int | None) -> None:
    """Set every limit that this system has for good: bytes of address space, and threads of this user."""
    amounts = {**LIMITS, "AS": memory} | ({} if threads is None else {"NPROC": threads})
    for name, amount in amounts.items():
        what = getattr(resource, f"RLIMIT_{name}", None)
        if what is not None:
            limit(what, amount)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a refused write is an OSError, not a death


def limit(what: int, amount: int) -> None:
    """Lower a limit for good, never above the one that already holds."""
    _, hard = resource.getrlimit(what)
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(what, (amount, amount))


def die_with(parent: int) -> None:
    """End this process when its parent ends.

    Raises:
        OSError: the parent has ended already.
    """
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise OSError("the server has ended")


def no_new_privileges() -> None:
    """Gain no right by running another program."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def not_dumpable() -> None:
    """Leave no core, and let no process of the same user look into this one."""
    prctl(PR_SET_DUMPABLE, 0)


def files(rules: int) -> None:
    """Keep only the files of a ruleset that ``landlock.ruleset`` made."""
    landlock.restrict(rules)


def seccomp(filter: bytes, own_pid: bytes = b"") -> None:
    """Make only the system calls that a filter allows; the bytes ``own_pid`` in it stand for this process.

    Raises:
        OSError: the kernel does not take it.
    """
    if own_pid:
        filter = filter.replace(own_pid, struct.pack("<I", os.getpid()))
    program = ctypes.create_string_buffer(filter, len(filter))
    header = struct.pack("HxxxxxxP", len(filter) // 8, ctypes.addressof(program))
    held = ctypes.create_string_buffer(header, len(header))
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(held))


def prctl(option: int, *arguments: int) -> None:
    """Ask the kernel for one process option; raise OSError where it refuses."""
    libc = ctypes.CDLL(None, use_errno=True)
    words = [ctypes.c_ulong(word) for word in (*arguments, 0, 0, 0, 0)[:4]]
    if libc.prctl(option, *words) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}): {os.strerror(ctypes.get_errno())}")
