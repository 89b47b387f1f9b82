"""Assemble seccomp filters: the kernel's small programs that judge every system call by number and arguments.

A filter is a list of ranges of call numbers, each with a verdict. The numbers are searched as a tree, so that
the kernel, which runs the filter once for every number when it takes it, takes it quickly.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

KILL = 0x8000_0000
ALLOW = 0x7FFF_0000
EPERM, ENOSYS = 1, 38

ARCHITECTURES = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
X32 = 0x4000_0000
"""On x86_64 numbers from here on belong to another calling convention."""

OWN_PID = 0x7E1D_0BED
"""Stands in a filter for the number of the process that will load it; see ``jail.seccomp``."""

# Where the kernel's record of a call holds the number, the architecture and the first argument.
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16

LOAD, EQUAL, AT_LEAST, ANY_BIT, AND, RETURN, JUMP = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06, 0x05

Code = Sequence[tuple[int, int, int, int]]
"""Instructions: operation, how many to skip if so, how many to skip if not, a constant."""


def error(number: int) -> int:
    """Return the verdict that makes a call fail with an error number."""
    return 0x0005_0000 | number


def verdict(of: int) -> Code:
    """Return code that ends with a verdict."""
    return ((RETURN, 0, 0, of),)


def assemble(rules: Mapping[int, Code], otherwise: int, machine: str) -> bytes:
    """Return a filter, for the kernel: a verdict for each number that has a rule, one for all others."""
    ends = [(0, verdict(otherwise))]
    for number, code in sorted(rules.items()):
        if ends[-1][0] == number:
            ends.pop()
        ends += [(number, code), (number + 1, verdict(otherwise))]
    if machine == "x86_64":
        ends.append((X32, verdict(KILL)))
    code = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, ARCHITECTURES[machine]),
        *verdict(KILL),
        (LOAD, 0, 0, NUMBER),
        *search(merged(ends)),
    ]
    return b"".join(struct.pack("<HBBI", *step) for step in code)


def merged(ends: Sequence[tuple[int, Code]]) -> list[tuple[int, Code]]:
    """Join neighbouring ranges that have the same code."""
    kept: list[tuple[int, Code]] = []
    for start, code in ends:
        if not kept or kept[-1][1] != code:
            kept.append((start, code))
    return kept


def search(ranges: Sequence[tuple[int, Code]]) -> list[tuple[int, int, int, int]]:
    """Return code that finds the range of the loaded number; a range reaches up to the next one's start."""
    if len(ranges) == 1:
        return list(ranges[0][1])
    middle = len(ranges) // 2
    below, above = search(ranges[:middle]), search(ranges[middle:])
    # A conditional jump reaches 255 instructions, a plain one any distance.
    if len(below) <= 255:
        return [(AT_LEAST, len(below), 0, ranges[middle][0]), *below, *above]
    return [(AT_LEAST, 0, 1, ranges[middle][0]), (JUMP, 0, 0, len(below)), *below, *above]


# ---- rules on arguments --------------------------------------------------------------------------


def low(argument: int) -> tuple[int, int, int, int]:
    """Load the lower half of an argument, counted from 0."""
    return (LOAD, 0, 0, ARGUMENTS + 8 * argument)


def high(argument: int) -> tuple[int, int, int, int]:
    """Load the upper half of an argument."""
    return (LOAD, 0, 0, ARGUMENTS + 8 * argument + 4)


def one_of(argument: int, values: Sequence[int], otherwise: int = error(EPERM)) -> Code:
    """Allow a call whose argument (its lower half, as the kernel takes an int) is one of these."""
    tests = [(EQUAL, len(values) - place, 0, value) for place, value in enumerate(values)]
    return (low(argument), *tests, *verdict(otherwise), *verdict(ALLOW))


def null(argument: int) -> Code:
    """Allow a call that passes no pointer there."""
    refused = verdict(error(EPERM))
    halves = (low(argument), (EQUAL, 1, 0, 0), *refused, high(argument), (EQUAL, 1, 0, 0), *refused)
    return (*halves, *verdict(ALLOW))


def none_of(argument: int, forbidden: int) -> Code:
    """Allow a call that has none of some flags."""
    return flags(argument, 0, forbidden)


def flags(argument: int, needed: int, forbidden: int) -> Code:
    """Allow a call that has all of some flags and none of others."""
    return (
        low(argument),
        (ANY_BIT, 3, 0, forbidden),
        (AND, 0, 0, needed),
        (EQUAL, 0, 1, needed),
        *verdict(ALLOW),
        *verdict(error(EPERM)),
    )
