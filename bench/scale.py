"""Grade many synthetic submissions in one run and show that memory stays flat and the cost of each constant.

    python bench/scale.py --submissions 10000

Prints by tenths of the run: the parent's processor time a submission, its memory, and the wall time a
submission. A busy machine makes both larger. So the first is also told in units of a fixed piece of Python
that is measured in between (a yardstick), the second in units of a bare fork.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.batch import graded, session
from grader.batch.asked import Asked
from grader.batch.progress import Silent
from grader.batch.results import Result
from grader.course import finding

EXERCISES = ("forward", "loss", "manual_gradient", "update_step")
TENTHS = 10

FORKS = """
import os, sys, time
for _ in sys.stdin:
    started = time.perf_counter()
    for _ in range(20):
        child = os.fork()
        if not child:
            os._exit(0)
        os.waitpid(child, 0)
    print((time.perf_counter() - started) / 20, flush=True)
"""
"""Answers each line with the seconds that a bare fork takes just now."""


@dataclass(frozen=True)
class Reading:
    """The meters after so many submissions, in seconds; ``cpu`` and ``wall`` without what measuring took."""

    done: int
    cpu: float
    wall: float
    mebibytes: float
    fork: float
    yard: float


class Meter(Silent):
    """Reads the meters at every tenth of the run, and forks in between."""

    def __init__(self, total: int) -> None:
        """Start the process that forks."""
        self.total, self.done, self.lost, self.worked = total, 0, 0.0, 0.0
        self.forks: list[float] = []
        self.yards: list[float] = []
        self.readings: list[Reading] = []
        self.forker = subprocess.Popen(
            [sys.executable, "-c", FORKS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Meter:
        """Begin: the first submissions wait for the sandbox to start, which is no cost of theirs."""
        self.fork()
        self.read()
        return self

    def fork(self) -> None:
        """Measure a bare fork and the yardstick."""
        started = time.perf_counter()
        self.yards.append(yardstick())
        self.worked += self.yards[-1]
        assert self.forker.stdin is not None
        assert self.forker.stdout is not None
        self.forker.stdin.write("\n")
        self.forker.stdin.flush()
        self.forks.append(float(self.forker.stdout.readline()))
        self.lost += time.perf_counter() - started

    def read(self) -> None:
        """Note where the meters stand."""
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        wall = time.perf_counter() - self.lost
        size = pages * resource.getpagesize() / 2**20
        fork, yard = statistics.mean(self.forks), statistics.mean(self.yards)
        cpu = time.process_time() - self.worked
        self.readings.append(Reading(self.done, cpu, wall, size, fork, yard))
        self.forks, self.yards = [], []

    def __call__(self, result: Result) -> None:
        """Count one submission."""
        self.done += 1
        if self.done % max(1, self.total // 1000) == 0:
            self.fork()
        if self.done % (self.total // TENTHS) == 0:
            self.read()


def yardstick() -> float:
    """Return the processor seconds that a fixed piece of Python takes just now."""
    started = time.thread_time()
    text = json.dumps([{str(number): [number] * 9} for number in range(1500)])
    assert len(json.loads(text)) == 1500
    return time.thread_time() - started


def run(folder: Path, grades: Path, jobs: int) -> tuple[Meter, float]:
    """Grade a folder; return the meters and the seconds in all."""
    meters: list[Meter] = []

    def show(_: str, total: int) -> Meter:
        meters.append(Meter(total))
        return meters[0]

    replaced: Callable[..., object] = graded.show_for
    graded.show_for = show  # type: ignore[assignment]
    started = time.perf_counter()
    try:
        session.batch(Asked(folder, grades=grades, jobs=jobs, mode="quiet"))
    finally:
        graded.show_for = replaced  # type: ignore[assignment]
    return meters[0], time.perf_counter() - started


def show(meter: Meter, seconds: float) -> None:
    """Print the meters."""
    print("  graded       parent cpu       memory      wall a submission")
    costs, walls, yards = [], [], []
    for before, after in zip(meter.readings, meter.readings[1:], strict=False):
        many = after.done - before.done
        costs.append((after.cpu - before.cpu) / many)
        walls.append((after.wall - before.wall) / many)
        yards.append(costs[-1] / after.yard)
        cost, wall, fork = 1e3 * costs[-1], 1e3 * walls[-1], 1e3 * after.fork
        print(f"{after.done:8}  {cost:6.2f} ms = {yards[-1]:4.2f} yards  {after.mebibytes:4.0f} MiB", end="")
        print(f"  {wall:7.2f} ms = {wall / fork:5.1f} forks of {fork:.2f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"last tenth / first tenth, parent cpu: {costs[-1] / costs[0]:.3f}", end="")
    print(f", in yards: {yards[-1] / yards[0]:.3f}")
    print(f"peak memory of the parent, outputs included: {peak:.0f} MiB")
    rate = meter.done / seconds
    print(f"{meter.done} submissions in {seconds:.0f} s, everything included: {rate:.1f} a second")


def make_class(folder: Path, students: int) -> None:
    """Make the class in a process of its own: reading pages takes the memory of their libraries."""
    script = Path(__file__).with_name("make_class.py")
    options = [word for id in EXERCISES for word in ("--exercise", id)]
    subprocess.run([sys.executable, script, folder, "--students", str(students), *options], check=True)


def main() -> None:
    """Read the command line."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--submissions", type=int, default=10_000)
    words.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    words.add_argument("--keep", type=Path, help="a folder for the class and its grades")
    asked = words.parse_args()
    home = finding.find(None, Path.cwd())
    home.refresh(EXERCISES)
    with tempfile.TemporaryDirectory() as scratch:
        place = asked.keep or Path(scratch)
        make_class(place / "class", asked.submissions // len(EXERCISES))
        print(f"{asked.submissions} submissions to {', '.join(EXERCISES)}; {asked.jobs} sandboxes")
        show(*run(place / "class", place / "grades", asked.jobs))


if __name__ == "__main__":
    main()
