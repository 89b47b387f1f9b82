"""docs/tutorial-author.md is what happens: its commands are run in order, its page is written in place."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

TEXT = (ROOT / "docs" / "tutorial-author.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(console|python)\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
PAGE = re.compile(r"so that `(solutions/\w+\.py)` reads:")


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


@pytest.mark.slow
def test_the_tutorial_is_what_happens(tmp_path: Path) -> None:
    """Every command prints what the tutorial shows."""
    folder, page = tmp_path, PAGE.search(TEXT)
    assert page is not None
    for language, block in BLOCKS:
        if language == "python":
            (folder / page[1]).write_text(block, encoding="utf-8")
            continue
        for command, lines in commands(block):
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            printed = run(command, folder)
            assert pattern(lines).fullmatch(printed), f"{command}\n{printed}"


def test_every_kind_of_block_is_there() -> None:
    """The test above looks at commands and a page, not at an empty list."""
    assert [language for language, _ in BLOCKS].count("python") == 1
    assert sum(len(list(commands(block))) for language, block in BLOCKS if language == "console") > 8
