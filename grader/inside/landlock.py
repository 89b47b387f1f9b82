"""Landlock: files, TCP ports and signals that a process gives up for good, asked of the kernel."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
"""Numbers of the calls, the same on every machine."""

ASK_VERSION = 1
BENEATH_PATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14

ALL_FILES = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights to files there are, from which version on."""

ALL_PORTS, PORTS_FROM = 0b11, 4
ALL_SCOPES, SCOPES_FROM = 0b11, 6
"""TCP: bind, connect. Scopes: abstract sockets and signals of processes outside."""


def version() -> int:
    """Return the kernel's version of Landlock, 0 where it has none."""
    return max(0, syscall(CREATE_RULESET, None, 0, ASK_VERSION))


def ruleset(readable: Iterable[str], listed: Iterable[str], devices: Iterable[str]) -> int:
    """Return an open file that stands for: read or list beneath these, read and write these devices.

    A path to read that is not there is passed over.

    Raises:
        OSError: the kernel has no Landlock, or a device is not there.
    """
    known = version()
    files = (1 << max((count for since, count in ALL_FILES.items() if since <= known), default=0)) - 1
    ports = ALL_PORTS if known >= PORTS_FROM else 0
    scopes = ALL_SCOPES if known >= SCOPES_FROM else 0
    size = 24 if scopes else 16 if ports else 8
    attributes = struct.pack("<QQQ", files, ports, scopes)
    rules = checked(syscall(CREATE_RULESET, attributes, size, 0))
    for path in listed:
        allow(rules, path, READ_DIR)
    for path in filter(os.path.exists, readable):
        allow(rules, path, READ_FILE | READ_DIR if os.path.isdir(path) else READ_FILE)
    for path in devices:
        allow(rules, path, (READ_FILE | WRITE_FILE | TRUNCATE) & files)
    return rules


def allow(rules: int, path: str, rights: int) -> None:
    """Add to a ruleset what may be done beneath a path."""
    fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        checked(syscall(ADD_RULE, rules, BENEATH_PATH, struct.pack("<Qi", rights, fd), 0))
    finally:
        os.close(fd)


def restrict(rules: int) -> None:
    """Hold this process, and all it starts, to a ruleset for good; new privileges must be given up before."""
    checked(syscall(RESTRICT_SELF, rules, 0))


def checked(result: int) -> int:
    """Return what a call returned; raise OSError where it failed."""
    if result < 0:
        raise OSError(ctypes.get_errno(), f"Landlock: {os.strerror(ctypes.get_errno())}")
    return result


def syscall(number: int, *arguments: int | bytes | None) -> int:
    """Make a system call by its number; -1 says that it failed."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    words = (ctypes.c_long(word) if isinstance(word, int) else word for word in arguments)
    return int(libc.syscall(ctypes.c_long(number), *words))
