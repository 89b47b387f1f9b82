"""A command ends at once when it is through: with its code, all that it printed, and what comes last."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import atexit, sys, threading, time
import grader.cli
from grader.__main__ import run

def slowly():
    time.sleep(0.2)
    print("meanwhile")

def main():
    atexit.register(print, "last")
    threading.Thread(target=slowly).start()
    print("first")
    {end}

grader.cli.main = main
run()
"""


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("sys.exit()", 0),
        ("sys.exit(0)", 0),
        ("sys.exit(3)", 3),
        ("sys.exit('a text')", 1),
        ("raise ValueError", 1),
        ("pass", 0),
    ],
)
def test_a_command_ends_as_python_would_end_it(end: str, code: int) -> None:
    """Its code is its own; threads are waited for, and what is registered for the end is done."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(end=end)], capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert done.stdout.split() == ["first", "meanwhile", "last"]
    assert ("a text" in done.stderr) == ("a text" in end)
