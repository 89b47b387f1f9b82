"""The README and the docs say what is so."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import ROOT

from grader.cli import COMMANDS, main

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = "\n".join(
    path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
)


def test_the_transcript_is_what_the_command_prints() -> None:
    """The README's first block is the real output of the command in its first line."""
    block = re.search(r"```console\n\$ grade submit (\S+)\n(.*?)```", README, re.DOTALL)
    assert block is not None
    words = [sys.executable, "-m", "grader", "submit", block[1]]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout.startswith(block[2])


def test_the_readme_is_short() -> None:
    """The README has at most 110 lines."""
    assert len(README.splitlines()) <= 110


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_links_lead_somewhere(link: str) -> None:
    """Every relative link of the README names a file that exists."""
    assert (ROOT / link).exists()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_documented(command: str) -> None:
    """Every command has help and stands in the docs."""
    assert main.get_command(click.Context(main), command).help
    assert f"grade {command}" in DOCS


@pytest.mark.parametrize("path", sorted((ROOT / "solutions").glob("*.py")), ids=lambda path: path.stem)
def test_every_exercise_stands_in_the_table(path: Path) -> None:
    """The README's table names every exercise."""
    assert f"`{path.stem}`" in README


def test_nothing_of_the_workshop_is_in_the_project() -> None:
    """No text names a package registry's host or a path of the machine it was written on."""
    # Put together here, so that this file does not name them either.
    hosts = ["pypi" + r"\.org", "python" + "hosted", r"registry\." + "npmjs", "/wo" + "rk/"]
    named = re.compile("|".join(hosts))
    texts = [
        path for path in ROOT.rglob("*") if path.suffix in {".py", ".md", ".toml", ".txt", ".j2", ".css"}
    ]
    ours = [
        path for path in texts if not {".venv", ".git", "build", ".grade"} & set(path.relative_to(ROOT).parts)
    ]
    assert ours
    assert [path for path in ours if named.search(path.read_text("utf-8", "replace"))] == []
