"""Which system calls the server and its programs may make: the two filters, as bytes for the kernel."""

from __future__ import annotations

from collections.abc import Mapping

from grader.sandbox import bpf
from grader.sandbox.bpf import ALLOW, ENOSYS, EPERM, KILL, OWN_PID, Code, error, verdict
from grader.sandbox.syscalls import CHECKED, FREE, OUTSIDE, TRIPWIRES, numbers

THREAD = 0x0001_0900
"""What a thread shares with its maker and a process does not: memory, handlers of signals, the group."""

NEW_NAMESPACE = 0x7E02_0080
"""The flags of ``clone`` that ask for a namespace of one's own."""

ONLY_A_PATH = 0x20_0000
"""Opens what may not be read, to look at its size and age."""

ADVICE = (0, 1, 2, 3, 4, 8, 9, 10, 14, 15, 16, 17, 18, 19, 22, 23)
"""``madvise``: what allocators say. Not: merge pages of different processes, throw them out, poison them."""

FILE_COMMANDS = (0, 1, 2, 3, 4, 1030, 1032, 1034)
"""``fcntl``: duplicate, flags, size of a pipe, seals. Not: locks, owners, signals, leases."""

DEVICE_COMMANDS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""``ioctl``: is it a terminal, its size, bytes waiting, blocking, close on exec. Not: typing into it."""

SELF_COMMANDS = (3, 15, 16, 23, 39, 0x5356_4D41)
"""``prctl``: dumpable?, own name, a capability?, new privileges?, the name of a memory region."""

STILL_NEEDED = ("pidfd_open", "seccomp")
"""Tripwires of programs that the server itself needs."""


def programs(machine: str) -> bytes:
    """Return the filter of a child: what is not named fails, tripwires kill.

    It holds ``OWN_PID`` where a signal's receiver is compared with the process itself.
    """
    rules = {number: verdict(ALLOW) for number in numbers(FREE, machine).values()}
    rules |= {number: verdict(KILL) for number in numbers(TRIPWIRES, machine).values()}
    checked = numbers(CHECKED, machine)
    rules |= {checked[name]: code for name, code in conditions().items() if name in checked}
    return bpf.assemble(rules, error(EPERM), machine)


def conditions() -> Mapping[str, Code]:
    """Return what is asked of the arguments of the calls that are free with some of them."""
    return {
        "open": bpf.none_of(1, ONLY_A_PATH),
        "openat": bpf.none_of(2, ONLY_A_PATH),
        "madvise": bpf.one_of(2, ADVICE),
        "openat2": verdict(error(ENOSYS)),
        "clone": bpf.flags(0, needed=THREAD, forbidden=NEW_NAMESPACE),
        # Its flags are in memory, which no filter sees; the C library then uses clone. So with openat2.
        "clone3": verdict(error(ENOSYS)),
        "kill": bpf.one_of(0, (OWN_PID,)),
        "tgkill": bpf.one_of(0, (OWN_PID,)),
        "prlimit64": bpf.null(2),
        "prctl": bpf.one_of(0, SELF_COMMANDS),
        "fcntl": bpf.one_of(1, FILE_COMMANDS),
        "ioctl": bpf.one_of(1, DEVICE_COMMANDS),
    }


def server(machine: str) -> bytes:
    """Return the filter of the server, which holds for its children too: what it never needs fails."""
    refused = {**numbers(TRIPWIRES, machine), **numbers(OUTSIDE, machine)}
    rules = {number: verdict(error(EPERM)) for name, number in refused.items() if name not in STILL_NEEDED}
    checked = numbers(CHECKED, machine)
    rules[checked["clone"]] = bpf.flags(0, needed=0, forbidden=NEW_NAMESPACE)
    rules[checked["clone3"]] = verdict(error(ENOSYS))
    return bpf.assemble(rules, ALLOW, machine)
