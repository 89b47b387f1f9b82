"""Make the answer keys that are not current, several at once: what `make keys` runs."""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grader.course.course import Course

TOGETHER = 5
"""Keys that one process makes: it loads the libraries once, and says something when it is done."""

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Make all keys that are missing or stale; return 1 where one cannot be made."""
    course = Course(ROOT)
    stale = [id for id in course.order if course.is_stale(id)]
    if stale:
        print(f"Making the answer keys of {len(stale)} exercises, once; the first few take seconds each.")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = list(pool.map(make, batched(stale)))
    return max(codes, default=0)


def batched(ids: Sequence[str]) -> list[Sequence[str]]:
    """Return the exercises in parts of a few."""
    return [ids[start : start + TOGETHER] for start in range(0, len(ids), TOGETHER)]


def make(ids: Sequence[str]) -> int:
    """Make a few keys in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "grader", "key", *ids], cwd=ROOT, check=False)
    print(f"  {', '.join(ids)}", flush=True)
    return done.returncode


sys.exit(main())
