"""No file of the folder in which somebody works is imported or run, by any process of any command."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from samples import sample

from grader.course.course import Course

MODULES = (
    *("json", "re", "random", "tomllib", "tokenize", "ast", "sqlite3", "zipfile", "tempfile", "webbrowser"),
    *("click", "rich", "numpy", "torch", "yaml", "jinja2", "nbformat", "pylatexenc", "watchfiles", "IPython"),
    *(
        "sitecustomize",
        "usercustomize",
        "conftest",
        "setup",
        "solutions",
        "submission",
        "experiment",
        "program",
    ),
)
"""What some process of ours, or of its libraries, would import if the folder were searched."""

Go = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def trap(tmp_path: Path, small_course: Course) -> Path:
    """Return a folder with a hand-in in which every file that anybody may load writes a witness."""
    folder = tmp_path / "trap"
    folder.mkdir()
    spring = f"open({str(tmp_path / 'witness')!r}, 'a').write(__file__ + chr(10))\n"
    for name in MODULES:
        (folder / f"{name}.py").write_text(spring)
    for name in ("grader", "encodings"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(spring)
    (folder / "trap.pth").write_text(f"import os; {spring}")
    (folder / "site-packages").mkdir()
    shutil.copy(folder / "trap.pth", folder / "site-packages")
    for name in ("bwrap", "python3", "setpriv"):
        (folder / name).write_text(f"#!/bin/sh\necho {name} >> {tmp_path / 'witness'}\nexit 1\n")
        (folder / name).chmod(stat.S_IRWXU)
    shutil.copy(small_course.stub("forward"), folder / "alice_forward.py")
    return folder


@pytest.fixture
def go(trap: Path, small_course: Course) -> Go:
    """Return a function that runs a command in the trap, and tells what was sprung."""

    def of(*words: str, by: tuple[str, ...] = ("-c", RUN), **more: str) -> subprocess.CompletedProcess[str]:
        home = () if {"init", "start"} & {*words} else ("--course", str(small_course.root))
        command = [sys.executable, *by, *words, *home]
        return subprocess.run(
            command,
            cwd=trap,
            env={**os.environ, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return of


RUN = "import sys; sys.path.pop(0); from grader.cli import main; main()"
"""What the script ``grade`` does: its path begins with its own folder, here with nothing."""


def sprung(trap: Path) -> str:
    """Return the files that were loaded, a line each."""
    witness = trap.parent / "witness"
    return witness.read_text() if witness.exists() else ""


COMMANDS: Mapping[str, tuple[str, ...]] = {
    "start": ("start", "made", "--no-watch"),
    "submit": ("submit", "alice_forward.py", "--html", "report.html"),
    "watch": ("watch", "lost_forward.py"),
    "list": ("list",),
    "show": ("show", "forward"),
    "hint": ("hint", "forward"),
    "batch": ("batch", ".", "--layout", "flat"),
    "regrade": ("regrade", "--dry-run"),
    "results": ("results",),
    "export": ("export",),
    "init": ("init", "begun"),
    "new": ("new", "further"),
    "key": ("key", "forward"),
    "translate": ("translate", "zh", "forward"),
    "stub": ("stub", "--check"),
    "notebook": ("notebook", "--out", "made"),
    "prove": ("prove", "forward"),
    "release": ("release", "handout", "forward"),
    "pack": ("pack", "github", "forward"),
    "look": ("look", "alice_forward.py"),
    "mark": ("mark", "alice", "forward", "+1", "--why", "neat"),
    "forget": ("forget", "alice"),
    "doctor": ("doctor",),
}


@pytest.mark.parametrize("name", sample(COMMANDS, lambda name: "command", 2))
def test_a_command_loads_nothing_from_the_working_directory(
    name: str, go: Go, trap: Path, small_course: Course
) -> None:
    """Whatever lies there; keys that have to be made and pages that have to be read included."""
    if name in ("submit", "list", "key"):
        shutil.rmtree(small_course.root / ".grade")
    done = go(*COMMANDS[name])
    assert "Traceback" not in done.stderr
    assert sprung(trap) == ""
    assert done.returncode in (0, 1, 2, 3)


def test_every_command_is_tried(go: Go) -> None:
    """A new command needs a line here."""
    from grader.cli import COMMANDS as known

    assert set(COMMANDS) == set(known)


@pytest.mark.parametrize("name", ["list", "submit"])
def test_as_a_module(name: str, go: Go, trap: Path, small_course: Course) -> None:
    """``python -m grader`` takes the folder off its path first; only a package of that name comes before."""
    shutil.rmtree(small_course.root / ".grade")
    shutil.rmtree(trap / "grader")
    done = go(*COMMANDS[name], by=("-m", "grader"))
    assert (done.returncode in (0, 1), sprung(trap)) == (True, ""), done.stderr


@pytest.mark.parametrize("variable", ["PATH", "PYTHONPATH"])
def test_a_search_path_with_an_empty_part(variable: str, go: Go, trap: Path, small_course: Course) -> None:
    """An empty part of PATH or PYTHONPATH means the working directory; nothing of ours starts from there."""
    shutil.rmtree(small_course.root / ".grade")
    for name in ("sitecustomize", "usercustomize"):  # Python itself loads these before anybody is asked
        (trap / f"{name}.py").unlink()
    shutil.rmtree(trap / "encodings")
    if variable == "PYTHONPATH":
        shutil.rmtree(trap / "grader")
    by = ("-c", RUN) if variable == "PATH" else ("-m", "grader")
    done = go(*COMMANDS["submit"], by=by, **{variable: os.pathsep + os.environ.get(variable, "")})
    assert (done.returncode, sprung(trap)) == (1, ""), done.stderr


def test_a_folder_that_looks_like_installed_packages(go: Go, trap: Path, small_course: Course) -> None:
    """A hand-in called site-packages is not shown to the sandbox as one."""
    from grader.sandbox import mounts

    assert not [place for place in mounts.libraries() if place.startswith(str(trap))]
