"""The README and the docs say what is so."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import ROOT

from grader import author
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
    assert main.get_command(click.Context(main, **main.context_settings), command).help
    assert f"grade {command}" in DOCS


@pytest.mark.parametrize("path", sorted((ROOT / "solutions").glob("*.py")), ids=lambda path: path.stem)
def test_every_exercise_stands_in_the_table(path: Path) -> None:
    """The table of the docs names every exercise."""
    assert f"`{path.stem}`" in (ROOT / "docs" / "exercises.md").read_text(encoding="utf-8")


LINES = sorted(set(re.findall(r"^\$ (grade [^\n#]*[^\n# ])", DOCS, re.MULTILINE)))


@pytest.mark.parametrize("line", LINES)
def test_every_command_line_can_be_typed(line: str) -> None:
    """Each line of the docs names a command, with options and arguments that it takes."""
    _, name, *words = shlex.split(line)
    command = main.get_command(click.Context(main, **main.context_settings), name)
    assert command is not None
    with command.make_context(name, words, parent=click.Context(main, **main.context_settings)) as context:
        assert context.args == []


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


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pages that are generated, and the man page."""
    folder = tmp_path_factory.mktemp("docs")
    words = [sys.executable, ROOT / ".ci" / "reference.py", folder, folder / "grade.1"]
    subprocess.run(words, check=True)
    return folder


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_reference(command: str, generated: Path) -> None:
    """The generated page and the man page have every command with the beginning of its help."""
    help = str(main.get_command(click.Context(main, **main.context_settings), command).help).partition(" ")[0]
    for name in ("commands.md", "grade.1"):
        text = (generated / name).read_text(encoding="utf-8")
        assert help in text.partition(f"grade {command}")[2]


def test_the_api_for_authors_is_in_the_reference(generated: Path) -> None:
    """Every name that a page may import has its heading."""
    text = (generated / "author-api.md").read_text(encoding="utf-8")
    assert all(f"\n## {name}\n" in text for name in author.__all__)


def test_the_site_names_pages_that_there_are() -> None:
    """Each page of the site's table of contents is written or generated, and every page stands in it."""
    named = set(re.findall(r"[\w/-]+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    there = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert named == {*there, "commands.md", "author-api.md", "decisions/README.md"}
