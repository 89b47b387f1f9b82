"""The system call filters say yes, no or death exactly as the tables and conditions do."""

from __future__ import annotations

import platform
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox import bpf, filter, syscalls
from grader.sandbox.bpf import ALLOW, EPERM, KILL, OWN_PID, error
from grader.sandbox.syscalls import CHECKED, FREE, MACHINES, OUTSIDE, TRIPWIRES, numbers


def judge(code: bytes, machine: str, number: int, *arguments: int) -> int:
    """Return a filter's verdict on a call, as the kernel would run it."""
    words = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    data = struct.pack("<IIQ6Q", number, bpf.ARCHITECTURES[machine], 0, *words)
    steps = [struct.unpack_from("<HBBI", code, place) for place in range(0, len(code), 8)]
    place, held = 0, 0
    while True:
        operation, yes, no, constant = steps[place]
        place += 1
        if operation == bpf.RETURN:
            return constant
        if operation == bpf.LOAD:
            (held,) = struct.unpack_from("<I", data, constant)
        elif operation == bpf.AND:
            held &= constant
        elif operation == bpf.JUMP:
            place += constant
        else:
            tests = {
                bpf.EQUAL: held == constant,
                bpf.AT_LEAST: held >= constant,
                bpf.ANY_BIT: held & constant,
            }
            place += yes if tests[operation] else no


@pytest.mark.parametrize("machine", MACHINES)
def test_every_number_has_its_verdict(machine: str) -> None:
    """Free calls pass, tripwires kill, and every other number there is, or will be, fails."""
    code = filter.programs(machine)
    free, trips, checked = (set(numbers(table, machine).values()) for table in (FREE, TRIPWIRES, CHECKED))
    assert not free & trips | free & checked | trips & checked
    for number in set(range(600)) - checked:
        expected = ALLOW if number in free else KILL if number in trips else error(EPERM)
        assert judge(code, machine, number) == expected, number


@pytest.mark.parametrize("machine", MACHINES)
def test_the_server_may_do_what_it_needs(machine: str) -> None:
    """It may fork, watch its children and set filters; it may not reach out, nor become another program."""
    code = filter.server(machine)
    known = numbers(f"{FREE} {CHECKED} {TRIPWIRES} {OUTSIDE}", machine)
    assert judge(code, machine, known["clone"], 17) == ALLOW
    for name in ("pidfd_open", "seccomp", "read", "mmap"):
        assert judge(code, machine, known[name]) == ALLOW, name
    for name in (
        "socket",
        "connect",
        "execve",
        "ptrace",
        "mount",
        "unshare",
        "bpf",
        "keyctl",
        "io_uring_setup",
    ):
        assert judge(code, machine, known[name]) == error(EPERM), name


def number(name: str, machine: str) -> int:
    """Return the number of a checked call."""
    return numbers(CHECKED, machine)[name]


CONDITIONS = [
    ("clone", (0x3D0F00,), True),  # a thread, as the C library makes it
    ("clone", (17,), False),  # a process
    ("clone", (0x4000 | 0x100 | 17,), False),  # vfork
    ("clone", (0x3D0F00 | 0x1000_0000,), False),  # a thread in a namespace of users of its own
    ("kill", (OWN_PID, 9), True),
    ("kill", (1, 0), False),
    ("kill", (0, 9), False),
    ("kill", (2**64 - 1, 9), False),
    ("tgkill", (OWN_PID, 5, 6), True),
    ("tgkill", (1, 1, 9), False),
    ("prlimit64", (0, 7, 0), True),
    ("prlimit64", (0, 7, 0x7FFF_0000_0000), False),
    ("prlimit64", (0, 7, 1 << 32), False),
    ("prctl", (15,), True),
    ("prctl", (1, 0), False),  # die with the parent
    ("prctl", (4, 1), False),  # dumpable
    ("fcntl", (3, 3), True),
    ("fcntl", (3, 8), False),  # F_SETOWN
    ("fcntl", (3, 10), False),  # F_SETSIG
    ("fcntl", (3, 1031), False),  # the size of a pipe
    ("fcntl", (3, 6), False),  # a lock
    ("ioctl", (1, 0x5401), True),
    ("ioctl", (1, 0x5412), False),  # type into the terminal
    ("madvise", (0, 4096, 4), True),
    ("madvise", (0, 4096, 12), False),  # merge pages
    ("openat", (0, 0, 0), True),
    ("openat", (0, 0, 0x20_0000), False),  # only a path
]


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(("name", "arguments", "allowed"), CONDITIONS)
def test_conditions(machine: str, name: str, arguments: tuple[int, ...], allowed: bool) -> None:
    """Some calls depend on their arguments, both halves of which count where the kernel takes both."""
    code = filter.programs(machine)
    expected = ALLOW if allowed else error(EPERM)
    assert judge(code, machine, number(name, machine), *arguments) == expected


@pytest.mark.parametrize("machine", MACHINES)
def test_another_machine_is_death(machine: str) -> None:
    """A call by another convention, whose numbers mean other things, is never judged by these."""
    other = {"x86_64": "aarch64", "aarch64": "x86_64"}[machine]
    assert judge(filter.programs(machine), other, 1) == KILL
    assert judge(filter.server(machine), other, 1) == KILL


@given(st.integers(0x4000_0000, 2**32 - 1))
def test_the_third_convention_is_death(number: int) -> None:
    """On x86_64 the numbers of x32 are no way round."""
    assert judge(filter.programs("x86_64"), "x86_64", number) == KILL


@given(st.dictionaries(st.integers(0, 500), st.sampled_from([ALLOW, KILL]), max_size=200))
def test_the_tree_finds_every_rule(rules: dict[int, int]) -> None:
    """Whatever the rules, each number gets its own verdict and all others the common one."""
    code = bpf.assemble({one: bpf.verdict(word) for one, word in rules.items()}, error(1), "aarch64")
    for one in {*rules, *(near + 1 for near in rules), 0, 501}:
        assert judge(code, "aarch64", one) == rules.get(one, error(1))


def test_the_filters_are_short_enough() -> None:
    """The kernel takes at most 4096 instructions."""
    assert all(
        len(make(machine)) < 4096 * 8 for make in (filter.programs, filter.server) for machine in MACHINES
    )


def test_the_placeholder_stands_for_nothing_else() -> None:
    """The bytes that become the process's number appear just where a receiver is compared."""
    mark = struct.pack("<I", OWN_PID)
    assert all(filter.programs(machine).count(mark) == 2 for machine in MACHINES)


def test_the_tables_are_those_of_this_machine() -> None:
    """The number of a call that every program makes is right."""
    assert numbers(FREE, "x86_64")["getpid"] == 39
    assert numbers(FREE, "aarch64")["getpid"] == 172
    assert platform.machine() in MACHINES


def test_an_unknown_machine() -> None:
    """There is no table for it."""
    with pytest.raises(ValueError, match="riscv64"):
        syscalls.numbers(FREE, "riscv64")
