"""What a student reads of the course: the list on any screen, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import BLOCKS, Run, copy

from grader.course.course import Course
from grader.report.screen import Screen
from grader.student.reading import overview


def shown(course: Course, width: int) -> str:
    """Return the list as a screen of that width shows it."""
    return overview(course, Screen(width))


@pytest.mark.parametrize("width", [30, 40, 75, 76, 100])
def test_every_screen_shows_every_name_whole(course: Course, width: int) -> None:
    """No id is cut off, and no line is wider than the screen."""
    text = shown(course, width)
    assert max(map(len, text.split("\n"))) <= width
    assert [id for id in BLOCKS if not re.search(rf"\b{id}\b", text)] == []


def test_a_narrow_screen_shows_results(small_course: Course) -> None:
    """Beside the id stands the last result, below it the title."""
    small_course.notes.remember("forward", 10, 10, True)
    lines = shown(small_course, 40).split("\n")
    place = next(place for place, line in enumerate(lines) if "forward" in line)
    assert lines[place].split(maxsplit=2) == ["1", "forward", "✓ 10 / 10"]
    assert lines[place + 1].strip() == "A line as a model"


@pytest.mark.parametrize(
    ("exercises", "says"),
    [(["forward", "loss"], "Done. Next: loss"), (["forward"], "Done, and so is every exercise")],
)
def test_what_comes_next(
    exercises: list[str], says: str, course: Course, references: Mapping[str, str], run: Run, tmp_path: Path
) -> None:
    """After a full pass, and only then, the report names the next exercise that is not done."""
    home = copy(course.root, tmp_path / "home", exercises)
    path = tmp_path / "forward.py"
    path.write_text(references["forward"].replace("w * x", "w + x"), encoding="utf-8")
    assert says not in run("submit", path, on=home).stdout
    path.write_text(references["forward"], encoding="utf-8")
    assert says in run("submit", path, on=home).stdout
    assert says not in run("submit", path, "--format", "markdown", on=home).stdout


def test_a_file_of_another_exercise(
    course: Course, references: Mapping[str, str], run: Run, tmp_path: Path
) -> None:
    """A file that has nothing of its exercise and all of another's is told which."""
    path = tmp_path / "forward.py"
    path.write_text(references["loss"], encoding="utf-8")
    said = " ".join(run("submit", path, on=course).stdout.split())
    assert "Then add `--exercise loss`" in said
    path.write_text("x = 1", encoding="utf-8")
    assert "--exercise loss" not in run("submit", path, on=course).stdout


@pytest.mark.parametrize("width", [40, 100])
def test_headings_in_the_reader_s_language(width: int, course: Course, run: Run) -> None:
    """A unit has the title that course.toml gives it in the language in force, else its own."""
    try:
        run("list", "--lang", "zh", on=course)
        assert "一条直线和它的损失" in shown(course, width)
    finally:
        run("list", "--lang", "en", on=course)
    assert "A line and its loss" in shown(course, width)


def test_words_that_need_no_exercise(course: Course, run: Run, tmp_path: Path) -> None:
    """``hint`` means what was graded last, ``show`` what comes next."""
    home = copy(course.root, tmp_path / "home", ["forward", "loss"])
    for id in ("loss", "forward", "loss"):
        run("submit", home.stub(id), on=home)
    assert "grade show loss" in " ".join(run("hint", on=home).stdout.split())
    home.notes.remember("forward", 1, 1, True)
    assert "exercises/loss.py" in run("show", on=home).stdout
