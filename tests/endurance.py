"""Hand many programs in to one sandbox, and look what it holds before and after."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from programs import asked

from grader.inside.observation import Outcome, Program
from grader.sandbox.client import Sandbox

TEXTS: Sequence[tuple[str, Outcome]] = (
    ("import numpy as np\ndef f(x): return np.ones(100) * x\n", Outcome.RETURNED),
    ("def f(x): return 1 / 0\n", Outcome.RAISED),
    ("kept = [bytes(1000) for _ in range(10_000)]\ndef f(x): return len(kept)\n", Outcome.RETURNED),
    ("import os\ndef f(x): os._exit(3)\n", Outcome.CRASHED),
    ("def f(x): print('x' * 100_000); return x\n", Outcome.RETURNED),
    ("import os\ndef f(x): os.write(4, b'garbage!'); return x\n", Outcome.CRASHED),
    ("def f(x): return bytearray(1 << 40)\n", Outcome.OUT_OF_MEMORY),
    ("def f(x:\n", Outcome.RAISED),
    ("import os\ndef f(x): os.fork()\n", Outcome.RAISED),
    ("def f(x): return [x] * 10_000\n", Outcome.RETURNED),
)
"""Programs of every fate but waiting, and what becomes of them."""


@dataclass(frozen=True)
class Held:
    """What this process and a sandbox's server hold: open files, KiB of memory, processes."""

    files: int
    memory: int
    server_files: int
    server_memory: int
    processes: int


def submit(sandbox: Sandbox, count: int, start: int = 0) -> Iterator[float]:
    """Hand programs in, one after the other; yield the seconds of each.

    Raises:
        AssertionError: one of them ends as it should not.
    """
    for number in range(start, start + count):
        text, outcome = TEXTS[number % len(TEXTS)]
        started = time.monotonic()
        seen = sandbox.observe(Program(text), [asked("f", float(number))], "numpy")
        assert seen.row[0].outcome is outcome, (text, seen.row[0])
        yield time.monotonic() - started


def held() -> Held:
    """Return what is held now, when everything has come to rest."""
    time.sleep(0.3)
    mine = descendants(os.getpid())
    return Held(
        files=files(os.getpid()),
        memory=memory(os.getpid()),
        server_files=sum(files(pid) for pid in mine),
        server_memory=sum(memory(pid) for pid in mine),
        processes=len(mine),
    )


def descendants(pid: int) -> list[int]:
    """Return a process's children, and theirs."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                parents.setdefault(parent, []).append(int(entry.name))
    found, new = [], [pid]
    while new:
        new = [child for one in new for child in parents.get(one, [])]
        found += new
    return found


def files(pid: int) -> int:
    """Return how many files a process has open, 0 where that is not told."""
    with suppress(OSError):
        return len(os.listdir(f"/proc/{pid}/fd"))
    return 0


def memory(pid: int) -> int:
    """Return how many KiB of memory a process holds for itself, 0 where that is not told."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Private_Dirty:"):
                return int(line.split()[1])
    return 0
