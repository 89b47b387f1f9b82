"""The real nbgrader assigns, validates and grades a starter notebook, and counts right, wrong and stub."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import Run
from notebook_runs import BIN, surroundings

from grader.course.course import Course

pytestmark = pytest.mark.slow

TO_WRITE = "    # YOUR CODE HERE\n    raise NotImplementedError()"
BODIES = {
    "right": {"forward": "return w * x", "forward_with_bias": "return w * x + b"},
    "part": {"forward": "return w * float(x)", "forward_with_bias": "return w * x + b"},
    "wrong": {"forward": "return w * x + 1", "forward_with_bias": "return w * x + b"},
    "stub": {},
}


def nbgrader(folder: Path, course: Course, *words: str) -> str:
    """Run a command of nbgrader in a folder and return what it says."""
    done = subprocess.run(
        [str(BIN / "nbgrader"), *words],
        cwd=folder,
        env=surroundings(folder, course),
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory, course: Course, run: Run) -> Path:
    """Have nbgrader make the assignment; hand in a right, a wrong and an untouched copy of it."""
    folder = tmp_path_factory.mktemp("classroom")
    (folder / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'c'\n")
    assert run("notebook", "forward", "--out", folder / "source" / "hw1").exit_code == 0
    nbgrader(folder, course, "generate_assignment", "hw1")
    for student, bodies in BODIES.items():
        target = folder / "submitted" / student / "hw1" / "forward.ipynb"
        target.parent.mkdir(parents=True)
        made = read(folder / "release" / "hw1" / "forward.ipynb")
        for cell in made.cells:
            body = bodies.get(cell.id.removeprefix("answer-"))
            if body:
                assert TO_WRITE in cell.source
                cell.source = cell.source.replace(TO_WRITE, f"    {body}")
        target.write_text(nbformat.writes(made), encoding="utf-8")
    return folder


def read(path: Path) -> Any:
    """Return a notebook."""
    return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)


def test_assigned(classroom: Path) -> None:
    """What nbgrader hands out has its own words in place of the solution, and all our cells."""
    made = read(classroom / "release" / "hw1" / "forward.ipynb")
    source = read(classroom / "source" / "hw1" / "forward.ipynb")
    assert [cell.id for cell in made.cells] == [cell.id for cell in source.cells]
    assert sum(TO_WRITE in cell.source for cell in made.cells) == 2
    assert made.metadata.grader.exercise == "forward"


@pytest.mark.parametrize(
    ("student", "words"),
    [
        ("right", "Success! Your notebook passes all the tests."),
        ("wrong", "VALIDATION FAILED ON 1 CELL(S)!"),
        ("part", "Partial credit"),
    ],
)
def test_validated(classroom: Path, course: Course, student: str, words: str) -> None:
    """A student's own validation says what is right, and of what is not which cell and why."""
    said = nbgrader(classroom, course, "validate", f"submitted/{student}/hw1/forward.ipynb")
    assert words in said
    assert ("2 of 2 public checks did not pass" in said) == (student == "wrong")


@pytest.fixture(scope="module")
def marks(classroom: Path, course: Course) -> Mapping[str, tuple[float, float]]:
    """Have nbgrader grade all copies; return each student's points and those there were to earn."""
    nbgrader(classroom, course, "autograde", "hw1")
    nbgrader(classroom, course, "export")
    with (classroom / "grades.csv").open(newline="") as file:
        return {
            row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)
        }


def test_graded(marks: Mapping[str, tuple[float, float]], course: Course) -> None:
    """A right copy has all points of the public checks, a part of a task its own, a stub none."""
    points = {
        task: sum(
            check.points for check in course.key("forward").checks if check.public and check.task == task
        )
        for task in ("forward", "forward_with_bias")
    }
    whole = sum(points.values())
    first = next(check.points for check in course.key("forward").checks if check.title == "one input")
    assert marks == {
        "right": (whole, whole),
        "part": (points["forward_with_bias"] + first, whole),
        "wrong": (points["forward_with_bias"], whole),
        "stub": (0.0, whole),
    }


@pytest.mark.parametrize(("student", "code"), [("right", 0), ("part", 1), ("wrong", 1), ("stub", 1)])
def test_graded_by_us(classroom: Path, run: Run, student: str, code: int) -> None:
    """The same files are submissions of ours, known by what we wrote into them."""
    path = classroom / "submitted" / student / "hw1" / "forward.ipynb"
    renamed = path.with_name("hw1.ipynb")
    renamed.write_bytes(path.read_bytes())
    assert run("submit", renamed).exit_code == code
    renamed.unlink()
