"""Make the answer keys that are not current, several at once: what `make keys` runs."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grader.course.course import Course

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Make all keys that are missing or stale; return 1 where one cannot be made."""
    course = Course(ROOT)
    stale = [id for id in course.order if course.is_stale(id)]
    if stale:
        print(f"Making the answer keys of {len(stale)} exercises, once; the first few take seconds each.")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = list(pool.map(make, stale))
    return max(codes, default=0)


def make(id: str) -> int:
    """Make one key in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "grader", "key", id], cwd=ROOT, check=False)
    print(f"  {id}", flush=True)
    return done.returncode


sys.exit(main())
