#!/usr/bin/env python3
"""Grade the student's checkout, which is the working directory, and write ./result.json."""

import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

GRADE = Path(__file__).resolve().parent / "grade"
PACKAGES = shlex.split("@PACKAGES@")
NAMES = [one.partition("==")[0] for one in PACKAGES]
FIND = f"import sys; from importlib.util import find_spec; sys.exit(None in map(find_spec, {NAMES}))"

sys.path.insert(0, str(GRADE))

from run import NOT_GRADED, clear  # noqa: E402


def isolated(python, *words):
    """Run a Python that imports nothing from the checkout in which it works; return its exit code."""
    return subprocess.run([python, "-I", *words], check=False).returncode


def python(folder):
    """Return a Python that has what grading needs: this one, or a new one in the folder."""
    if isolated(sys.executable, "-c", FIND) == 0:
        return sys.executable
    own = str(Path(folder) / "bin" / "python")
    for words in ([sys.executable, "-m", "venv", folder], [own, "-m", "pip", "install", "-q", *PACKAGES]):
        if isolated(*words):
            sys.exit(NOT_GRADED)
    return own


clear(Path("result.json"))  # whatever becomes of the grading: a hand-in may bring a result of its own
with tempfile.TemporaryDirectory() as folder:
    sys.exit(isolated(python(folder), str(GRADE / "run.py"), "classroom50", ".", "result.json"))
