"""What tests of interrupted runs share: a run in a process of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

from grader.course.course import Course


def files(many: int, seconds: float = 0.01) -> dict[str, str | bytes]:
    """Return a class of programs that take some time, right, wrong, broken and equal ones."""
    bodies = ("return w * x", "return w + x", "return (", "while True: break", "return 2.7 * w * x + 0.3")
    return {
        f"s{n:03}_forward.py": f"import time\ntime.sleep({seconds})\n\n\ndef forward(x, w):\n    "
        f"{bodies[n % len(bodies)]}\n\n\ndef forward_with_bias(x, w, b):\n    return w * x + b\n# {n // 2}\n"
        for n in range(many)
    }


def start(
    course: Course, handed: Path, grades: Path, *words: str, most: int | None = None
) -> subprocess.Popen[str]:
    """Start a batch run as a process of its own, which may write files of so many bytes at most."""
    said = [sys.executable, "-m", "grader", "batch", str(handed), "--grades", str(grades), "--course"]
    running = subprocess.Popen(
        [*said, str(course.root), "--jobs", "2", *words],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    if most is not None:
        resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (most, most))
    return running


def finish(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a run; return its exit code and what it said."""
    said, errors = running.communicate(timeout=300)
    return running.returncode, said + errors
