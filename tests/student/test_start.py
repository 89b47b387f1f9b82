"""`grade start` writes the course that comes with the grader, and never over anybody's work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Run, copy

from grader.cli import main
from grader.course.course import Course
from grader.errors import UsageError
from grader.release import release
from grader.student import start
from grader.words.catalogue import sentence


@pytest.fixture(scope="module")
def shipped(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course as it lies in the package."""
    home = copy(course.root, tmp_path_factory.mktemp("home"), ["forward", "update_step"])
    target = tmp_path_factory.mktemp("package") / "course.zip"
    list(release.release(home, target, ()))
    return target


def test_a_course_is_written(shipped: Path, tmp_path: Path) -> None:
    """Stubs, notebooks and public keys are there, and the first exercise is named."""
    folder = tmp_path / "mine"
    lines = list(start.begin(folder, shipped))
    assert lines == [
        sentence("start.written", folder=folder, count=2),
        sentence("start.first", folder=folder, exercise="forward"),
    ]
    assert Course(folder).released
    for name in ("README.md", "exercises/forward.py", "notebooks/forward.ipynb", "keys/update_step.json"):
        assert (folder / name).is_file()


def test_what_is_written_can_be_graded(shipped: Path, tmp_path: Path, run: Run) -> None:
    """The stub of the new folder is graded there, and no key is made."""
    folder = tmp_path / "mine"
    list(start.begin(folder, shipped))
    done = run("submit", folder / "exercises" / "forward.py", on=Course(folder))
    assert done.exit_code == 1
    assert "forward is not written yet." in done.output
    assert not (folder / ".grade" / "keys").exists()


def test_a_second_time_nothing_is_touched(shipped: Path, tmp_path: Path) -> None:
    """Where the course is there already the student's files stay as they are."""
    folder = tmp_path / "mine"
    list(start.begin(folder, shipped))
    (folder / "exercises" / "forward.py").write_text("mine = 1\n")
    assert next(iter(start.begin(folder, shipped))) == sentence("start.again", folder=folder)
    assert (folder / "exercises" / "forward.py").read_text() == "mine = 1\n"


def test_other_files_are_not_mixed_with(shipped: Path, tmp_path: Path) -> None:
    """A folder with something else in it is refused, with what to do."""
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(UsageError, match="is not an empty folder; name a new one"):
        list(start.begin(tmp_path, shipped))
    with pytest.raises(UsageError, match="is not an empty folder"):
        list(start.begin(tmp_path / "letter.txt", shipped))


def test_without_a_course_in_the_package(tmp_path: Path) -> None:
    """A grader without a course says how a clone gets one, and makes no folder."""
    with pytest.raises(UsageError, match="no course came with this grader; in a clone, `make course`"):
        list(start.begin(tmp_path / "mine", tmp_path / "course.zip"))
    assert not (tmp_path / "mine").exists()


def test_a_damaged_course(tmp_path: Path) -> None:
    """What is no zip is refused with the advice to install again."""
    (tmp_path / "course.zip").write_text("no zip")
    with pytest.raises(UsageError, match="is damaged; install the grader again"):
        list(start.begin(tmp_path / "mine", tmp_path / "course.zip"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written(shipped: Path, tmp_path: Path) -> None:
    """Where the folder cannot be made, another place is asked for."""
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match="cannot be written"):
        list(start.begin(tmp_path / "mine", shipped))


def test_the_parent_is_a_file(shipped: Path, tmp_path: Path) -> None:
    """A folder below a file cannot be written, and that is said."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        list(start.begin(tmp_path / "file" / "mine", shipped))


def test_the_command_watches_only_on_a_terminal(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal the command ends when the course is written."""
    monkeypatch.setattr(start.begin, "__defaults__", (shipped,))
    done = CliRunner().invoke(main, ["start", str(tmp_path / "mine")])
    assert (done.exit_code, len(done.output.splitlines())) == (0, 2)
