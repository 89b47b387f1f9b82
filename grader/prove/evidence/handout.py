"""The stub as students get it: its text, and whether it runs where the grader is not installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.keys.key import AnswerKey
from grader.pages.page import Exercise
from grader.prove.evidence.proof import Stub
from grader.release import stub

SECONDS = 120.0

RUN = (
    # None in sys.modules makes every import of the grader fail, as it does on a student's machine.
    "import runpy, sys; sys.modules['grader'] = None; sys.argv = sys.argv[1:]; "
    "runpy.run_path(sys.argv[0], run_name='__main__')"
)


def try_out(exercise: Exercise, made: AnswerKey, committed: str | None) -> Stub:
    """Make the stub, and run it as a script in an empty folder without the grader."""
    text = stub.make(exercise, made)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"{exercise.id}.py").write_text(text, encoding="utf-8")
        status, words = run(f"{exercise.id}.py", folder)
    return Stub(text, committed, status, words)


def run(script: str, folder: str, seconds: float = SECONDS) -> tuple[int, str]:
    """Return a script's exit status and the last line of what it complained about."""
    words = [sys.executable, "-I", "-X", "utf8", "-c", RUN, script]
    env = {"PATH": os.defpath, "HOME": folder, "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1, f"it did not end within {seconds:g} seconds"
    return done.returncode, (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
