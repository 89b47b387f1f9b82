"""On a platform nothing of a hand-in is run but in the sandbox, and no result but ours is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grader.course.course import Course
from grader.release import pack

FORGED = '{"score": 999}'

Make = Callable[[Path], object]

RESULTS: Mapping[str, Make] = {
    "a file": lambda path: path.write_text(FORGED),
    "a folder": lambda path: (path / "deep").mkdir(parents=True),
    "a link": lambda path: path.symlink_to("forward.py"),
    "a link to a folder": lambda path: path.symlink_to("."),
    "a link to nothing": lambda path: path.symlink_to("nowhere/at/all"),
    "a pipe": os.mkfifo,
}
"""What a hand-in may bring in the place of the results."""

TRAPS = (
    "venv",
    "pip",
    "ensurepip",
    "numpy",
    "json",
    "shlex",
    "tempfile",
    "grader",
    "run",
    "runpy",
    "sitecustomize",
)


@pytest.fixture(scope="module")
def unpacked(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a pack for Classroom 50, whose working directory is the hand-in."""
    root = tmp_path_factory.mktemp("classroom50")
    list(pack.pack(course, "classroom50", ("forward",), root / "pack.zip"))
    with zipfile.ZipFile(root / "pack.zip") as archive:
        archive.extractall(root / "pack")
    return root / "pack"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a hand-in that is wrong, in which every module that anybody may import writes a witness."""
    made = tmp_path / "checkout"
    made.mkdir()
    (made / "forward.py").write_text("def predict(w, b, x):\n    return 0\n")
    for name in TRAPS:
        (made / f"{name}.py").write_text(f"open({str(tmp_path / 'witness')!r}, 'a').write(__name__ + ' ')\n")
    return made


def graded(unpacked: Path, checkout: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the pack's program in the hand-in, as the platform does."""
    return subprocess.run(
        [sys.executable, str(unpacked / "autograder.py")],
        cwd=checkout,
        env={"PATH": os.environ["PATH"], **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("kind", RESULTS)
def test_results_of_its_own_are_replaced(kind: str, unpacked: Path, checkout: Path) -> None:
    """Whatever lies where the results go: they are ours, and nothing that a link names is touched."""
    before = (checkout / "forward.py").read_bytes()
    RESULTS[kind](checkout / "result.json")
    done = graded(unpacked, checkout)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert not (checkout / "result.json").is_symlink()
    assert json.loads((checkout / "result.json").read_text())["score"] < 100
    assert (checkout / "forward.py").read_bytes() == before
    assert not (checkout.parent / "witness").exists()


def test_no_module_of_a_hand_in_is_run_where_libraries_are_installed(unpacked: Path, checkout: Path) -> None:
    """Where the machine lacks one, `venv` and `pip` are Python's; failing that there is no result."""
    script = unpacked / "autograder.py"
    text = script.read_text()
    (checkout / "result.json").write_text(FORGED)
    try:
        script.write_text(text.replace('shlex.split("', 'shlex.split("no_such_library==0 '))
        done = graded(unpacked, checkout, PIP_NO_INDEX="1", PIP_RETRIES="0")
    finally:
        script.write_text(text)
    assert done.returncode == 3, done.stderr
    assert not (checkout.parent / "witness").exists()
    assert not (checkout / "result.json").exists()


def test_results_that_cannot_be_written_are_no_wrong_answer(unpacked: Path, checkout: Path) -> None:
    """Where a file stands in the place of their folder, that is said, and the exit code is 3."""
    (checkout / "results").write_text("a file\n")
    words = [sys.executable, str(unpacked / "grade" / "run.py"), "gradescope", ".", "results/results.json"]
    done = subprocess.run(words, cwd=checkout, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 3
    assert done.stderr == "grade: results/results.json: the results cannot be written: File exists\n"


def test_a_fault_of_ours_is_no_wrong_answer(unpacked: Path, checkout: Path) -> None:
    """Python ends with 1 for any exception, which would say that an answer is wrong; a pack ends with 3."""
    key = unpacked / "grade" / "exercises" / "forward.py"
    text = key.read_bytes()
    try:
        key.write_bytes(b"\xff\xfe")
        done = graded(unpacked, checkout)
    finally:
        key.write_bytes(text)
    assert done.returncode == 3
    assert not (checkout / "result.json").exists()


@pytest.mark.parametrize("platform", pack.PLATFORMS)
def test_every_module_is_run_in_isolation(platform: str) -> None:
    """No line that a platform runs has Python look for a module in the folder in which it works."""
    for name in pack.PLATFORMS[platform].files.values():
        for line in pack.from_templates(name).splitlines():
            assert " -m " not in line or " -I -m " in line, line
