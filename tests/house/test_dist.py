"""The built wheel works in an environment of its own: the first commands of student, author and instructor.

The environment has the wheel's own requirements and nothing else: no PyTorch, no repository beside it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import pytest
from conftest import ROOT, copy

from grader.course.course import Course
from grader.release import release

LEFT_OUT = shutil.ignore_patterns(
    *(".venv", ".git", ".grade", "build", "dist", "grades", "__pycache__", ".*_cache", ".hypothesis")
)

Go = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with wheel and sdist, built from a copy of the repository with a small course."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    tree = tmp_path_factory.mktemp("tree") / "chainrule"
    shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    home = copy(course.root, tmp_path_factory.mktemp("home"), ["forward", "manual_gradient", "update_step"])
    (tree / "grader" / "course.zip").unlink(missing_ok=True)
    list(release.release(home, tree / "grader" / "course.zip", ()))
    subprocess.run([sys.executable, "-m", "hatchling", "build"], cwd=tree, check=True, capture_output=True)
    return tree / "dist"


@pytest.fixture(scope="module")
def python(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of a fresh environment with the wheel and what it requires."""
    place = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(place, symlinks=os.name == "posix")
    (packages,) = place.glob("lib/python*/site-packages")
    (wheel,) = built.glob("*.whl")
    words = [sys.executable, "-m", "pip", "--python", str(place), "install", "--no-deps", "--no-index"]
    subprocess.run([*words, "--quiet", str(wheel)], check=True)
    for name in sorted(required(metadata.Distribution.at(next(packages.glob("chainrule-*"))))):
        take(name, packages)
    return place / "bin" / "python"


def required(dist: metadata.Distribution) -> set[str]:
    """Return the distributions that one requires without extras, and those that these require."""
    names = {
        re.split(r"[ ;<>=!~\[(]", line, maxsplit=1)[0]
        for line in dist.requires or ()
        if "extra ==" not in line and "python_version" not in line and "platform_system" not in line
    }
    return names.union(*(required(metadata.distribution(name)) for name in names))


def take(name: str, packages: Path) -> None:
    """Copy an installed distribution, as installing it offline would."""
    for file in metadata.files(name) or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), target)


@pytest.fixture
def go(python: Path, tmp_path: Path) -> Iterator[Go]:
    """Return a function that runs a command of the installed grader in an empty folder."""

    def of(*words: str, code: int = 0, at: str = ".") -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.defpath, "HOME": str(tmp_path), "LANG": "C.UTF-8"}
        command = [str(python.parent / words[0]), *words[1:]]
        done = subprocess.run(
            command,
            cwd=tmp_path / at,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        assert done.returncode == code, (words, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return done

    return of


def test_what_is_built_is_complete(built: Path) -> None:
    """Wheel and sdist hold what they must, and no solution; `make dist` asks the same."""
    words = [sys.executable, str(ROOT / ".ci" / "check_dist.py"), str(built)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, "are complete" in done.stdout) == (0, True), done.stdout


def test_no_more_than_is_said_is_installed(python: Path) -> None:
    """Neither PyTorch nor any other extra is there."""
    names = ("torch", "nbformat", "watchfiles", "pylatexenc", "yaml")
    code = f"import importlib.util as u; print([name for name in {names} if u.find_spec(name)])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_students_first_commands(go: Go, tmp_path: Path) -> None:
    """From the course to a named mistake, a hint and a pass; a page with torch says what it needs."""
    assert "3 exercises" in go("grade", "start", "mine", "--no-watch").stdout
    assert "0 of 3 done" in go("grade", "list", at="mine").stdout
    assert "ŷ = w x" in go("grade", "show", "forward", at="mine").stdout
    go("python", "exercises/forward.py", code=0, at="mine")
    go("grade", "submit", "exercises/forward.py", code=1, at="mine")
    wrong = (ROOT / "examples" / "manual_gradient_summed.py").read_text(encoding="utf-8")
    (tmp_path / "mine" / "exercises" / "manual_gradient.py").write_text(wrong, encoding="utf-8")
    words = ("exercises/manual_gradient.py", "--html", "report.html", "--json", "report.json")
    said = go("grade", "submit", *words, code=1, at="mine").stdout
    assert "Summed, not averaged" in said
    assert (tmp_path / "mine" / "report.html").stat().st_size > 10_000
    go("grade", "hint", "manual_gradient", at="mine")
    right = (ROOT / "examples" / "manual_gradient_vectorised.py").read_text(encoding="utf-8")
    (tmp_path / "mine" / "exercises" / "manual_gradient.py").write_text(right, encoding="utf-8")
    go("grade", "submit", "exercises/manual_gradient.py", at="mine")
    go("grade", "submit", "notebooks/forward.ipynb", code=1, at="mine")
    needs = go("grade", "submit", "exercises/update_step.py", code=2, at="mine").stderr
    assert needs == "grade: this exercise needs PyTorch; install it: pip install 'chainrule[torch]'\n"
    assert "nothing was written" in go("grade", "start", "mine").stdout
    assert not (tmp_path / "mine" / ".grade" / "keys").exists()


def test_an_authors_first_commands(go: Go, tmp_path: Path, course: Course) -> None:
    """A page of one's own is keyed, stubbed, listed, shown and proved; what a release needs is named."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "exercises").mkdir()
    shutil.copy(course.page("manual_gradient"), tmp_path / "solutions")
    go("grade", "key", "manual_gradient")
    go("grade", "stub")
    go("grade", "stub", "--check")
    go("grade", "list")
    go("grade", "show", "manual_gradient")
    go("grade", "submit", "exercises/manual_gradient.py", code=1)
    go("grade", "prove", "manual_gradient")
    assert "chainrule[notebook]" in go("grade", "notebook", code=2).stderr
    assert "chainrule[notebook]" in go("grade", "release", "homework.zip", code=2).stderr
    go("grade", "doctor", code=0)


def test_an_instructors_first_commands(go: Go, tmp_path: Path, course: Course) -> None:
    """A class is graded, read, corrected, exported and forgotten with the wheel alone."""
    home = copy(course.root, tmp_path / "course", ["manual_gradient"])
    handed_in = tmp_path / "handed_in"
    handed_in.mkdir()
    shutil.copy(ROOT / "examples" / "manual_gradient_summed.py", handed_in / "ada_manual_gradient.py")
    shutil.copy(home.stub("manual_gradient"), handed_in / "bob_manual_gradient.py")
    go("grade", "doctor", at="course")
    go("grade", "batch", "../handed_in", "--layout", "flat", "--list", at="course")
    go("grade", "batch", "../handed_in", "--layout", "flat", at="course")
    assert "ada" in go("grade", "results", "manual_gradient", at="course").stdout
    go("grade", "regrade", "--dry-run", at="course")
    go("grade", "mark", "ada", "manual_gradient", "+1", "--why", "neat", at="course")
    assert "ada" in go("grade", "export", "--format", "matrix", at="course").stdout
    go("grade", "export", "--out", "class.csv", at="course")
    go("grade", "forget", "bob", at="course")
    go("grade", "results", at="course")
