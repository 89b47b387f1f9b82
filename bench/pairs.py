"""Measure a command beside its floor, in turn in one run, and print the ratio with its spread.

The speed of a shared machine drifts; what runs next to each other meets the same. So every figure is a
ratio taken pair by pair: of the time on the clock, and of the processor time of the command and of all that
it started.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spent:
    """What a command took, in seconds: on the clock, and on all processors together."""

    clock: float
    processor: float

    def __sub__(self, other: Spent) -> Spent:
        """Return what this one took more, and no less than a microsecond: it is divided by."""
        return Spent(max(1e-6, self.clock - other.clock), max(1e-6, self.processor - other.processor))

    def __truediv__(self, many: int) -> Spent:
        """Return the share of one of so many."""
        return Spent(self.clock / many, self.processor / many)


Way = Callable[[], Spent]


@dataclass(frozen=True)
class Figure:
    """Something to measure, its floor, and the ratio on the clock that is the goal."""

    name: str
    ours: Way
    floor_name: str
    floor: Way
    goal: float


def run(words: Sequence[str], codes: Iterable[int] = (0,)) -> Spent:
    """Run a command to its end and return what it and all it waited for took.

    Raises:
        RuntimeError: it ended with another code; what it last said on its error stream is told.
    """
    started = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    clock = time.perf_counter() - started
    if process.returncode not in codes:
        raise RuntimeError(f"{words}: code {process.returncode}: {said.decode(errors='replace')[-500:]}")
    return Spent(clock, used.ru_utime + used.ru_stime)


def python(code: str) -> Way:
    """Return what runs a line of Python in a fresh interpreter."""
    return lambda: run([sys.executable, "-c", code])


def measure(figure: Figure, rounds: int) -> tuple[list[Spent], list[Spent]]:
    """Run both in turn, once without counting to fill the caches, then so many times."""
    pairs = [(figure.ours(), figure.floor()) for _ in range(rounds + 1)][1:]
    return [ours for ours, _ in pairs], [floor for _, floor in pairs]


HEAD = f"{'':34} {'s':>8} {'floor s':>8} {'ratio (least to most)':>24} {'cpu ratio':>10} {'goal':>6}   floor"


def line(figure: Figure, ours: Sequence[Spent], floor: Sequence[Spent]) -> str:
    """Return a row: medians on the clock, the ratio with its spread, the ratio of processor time."""
    clock = sorted(one.clock / other.clock for one, other in zip(ours, floor, strict=True))
    worked = statistics.median(
        one.processor / other.processor for one, other in zip(ours, floor, strict=True)
    )
    spread = f"{statistics.median(clock):.2f} ({clock[0]:.2f} to {clock[-1]:.2f})"
    seconds = (statistics.median(one.clock for one in row) for row in (ours, floor))
    words = "".join(f" {one:8.3f}" for one in seconds)
    goal = f"{figure.goal:6.2f}" if figure.goal else f"{'':6}"
    return f"{figure.name:34}{words} {spread:>24} {worked:10.2f} {goal}   {figure.floor_name}"


def show(figure: Figure, rounds: int) -> None:
    """Measure a figure and print its row at once."""
    print(line(figure, *measure(figure, rounds)), flush=True)
