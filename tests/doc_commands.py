"""Run the commands of a page of the documents, and hold what they print against what the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every command of a block with the lines that it should print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield command, lines


def pattern(lines: list[str]) -> re.Pattern[str]:
    """Return a pattern for an output in which … stands for anything."""
    parts = [re.escape(part) for part in "\n".join(lines).split("…")]
    return re.compile(".*".join(parts), flags=re.DOTALL)


def run(command: str, folder: Path) -> str:
    """Run a command with this interpreter's ``grade`` first on the path; return what it prints."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "COLUMNS": "80"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout.rstrip("\n")
