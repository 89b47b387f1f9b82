"""No hand-in decides which course counts: its pages never run, and its keys are never believed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.course import finding
from grader.course.course import Course
from grader.errors import UsageError

Go = Callable[..., Result]


@pytest.fixture
def witness(tmp_path: Path) -> Path:
    """Return the path of a file that a hostile page would write."""
    return tmp_path / "witness"


@pytest.fixture
def handed_in(course: Course, small_course: Course, tmp_path: Path, witness: Path) -> Path:
    """Return a hand-in that brings a course of its own, whose page writes a file wherever it is read."""
    folder = tmp_path / "handed_in"
    for name in ("exercises", "solutions"):
        (folder / name).mkdir(parents=True)
    (folder / "solutions" / "forward.py").write_text(f"open({str(witness)!r}, 'w').close()\n")
    shutil.copy(small_course.stub("forward"), folder / "exercises")
    shutil.copy(small_course.stub("forward"), folder)
    return folder


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Go:
    """Return a function that runs a command in a folder, as somebody who names no course."""

    def of(folder: Path, *words: str | Path) -> Result:
        monkeypatch.chdir(folder)
        return CliRunner().invoke(main, [*map(str, words)])

    return of


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("submit", "forward.py"),
        ("submit", "exercises/forward.py"),
        ("watch", "forward.py"),
        ("watch", "."),
        ("batch", "."),
    ],
)
def test_a_course_that_was_handed_in_is_refused(
    command: str, name: str, handed_in: Path, small_course: Course, witness: Path, go: Go
) -> None:
    """Beside a file that is graded from the real course, it is named and never used."""
    done = go(small_course.root, command, handed_in / name)
    assert done.exit_code == 2
    assert f"two courses may be meant, {small_course.root} and {handed_in}" in done.stderr
    assert not witness.exists()


@pytest.mark.parametrize("below", ["inside", "inside/deep"])
def test_a_second_course_between_file_and_working_directory(
    below: str, handed_in: Path, small_course: Course, witness: Path, go: Go
) -> None:
    """Unpacked inside of the real course, too, it is refused, from above and from within."""
    place = small_course.root / below
    shutil.copytree(handed_in, place)
    for folder in (small_course.root, place):
        done = go(folder, "submit", place / "forward.py")
        assert (done.exit_code, "two courses may be meant" in done.stderr) == (2, True)
    for command in ("list", "doctor"):
        done = go(place, command)
        assert (command == "list") == (done.exit_code == 2)
    assert not witness.exists()


@pytest.mark.parametrize("command", ["submit", "watch", "batch"])
def test_with_no_course_at_hand_a_file_brings_none(
    command: str, handed_in: Path, tmp_path: Path, witness: Path, go: Go
) -> None:
    """Started in an empty folder, a command says that there is no course here and what to do."""
    (tmp_path / "empty").mkdir()
    done = go(tmp_path / "empty", command, handed_in / "forward.py")
    assert done.exit_code == 2
    assert "no course here; go to the course's folder or name it with --course DIR" in done.stderr
    assert not witness.exists()


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["show", "forward"],
        ["hint", "forward"],
        ["prove"],
        ["stub"],
        ["key"],
        ["results"],
        ["new", "page"],
    ],
)
def test_an_empty_folder_is_no_course(command: list[str], tmp_path: Path, go: Go) -> None:
    """The course of the grader's own checkout never stands in."""
    done = go(tmp_path, *command)
    assert (done.exit_code, "no course here" in done.stderr) == (2, True)
    assert "`grade init DIR` begins one of your own" in done.stderr


def test_a_forged_folder_gives_no_marks(small_course: Course, tmp_path: Path, go: Go) -> None:
    """A hand-in with a public key of its own is held against the course's key, or refused."""
    forged = tmp_path / "forged"
    shutil.copytree(small_course.root / "exercises", forged / "exercises")
    (forged / "keys").mkdir()
    (forged / "course.toml").write_text("[released]\n")
    shutil.copy(small_course.stub("forward"), forged)
    assert go(small_course.root, "submit", forged / "forward.py").exit_code == 2


def test_a_course_that_is_named_counts(handed_in: Path, small_course: Course, witness: Path, go: Go) -> None:
    """With --course nothing is in doubt: the file is graded by that course."""
    done = go(handed_in, "submit", "forward.py", "--course", small_course.root)
    assert done.exit_code == 1, done.stderr
    assert not witness.exists()


def test_the_working_directory_decides(small_course: Course, tmp_path: Path, go: Go) -> None:
    """A file from anywhere is graded by the course of the working directory, also from a folder below it."""
    file = shutil.copy(small_course.stub("forward"), tmp_path)
    for folder in (small_course.root, small_course.root / "exercises"):
        assert go(folder, "submit", file).exit_code == 1


def test_a_stub_is_graded_by_its_own_course(small_course: Course, tmp_path: Path, go: Go) -> None:
    """A file in a course's exercises/ is graded from anywhere, and the course is named."""
    (tmp_path / "empty").mkdir()
    done = go(tmp_path / "empty", "submit", small_course.stub("forward"))
    assert done.exit_code == 1
    assert f"grade: the course is {small_course.root}" in done.stderr


def test_a_link_to_another_place_decides_nothing(
    small_course: Course, handed_in: Path, tmp_path: Path
) -> None:
    """What counts is where a file really lies, not the way on which it was reached."""
    link = tmp_path / "exercises"
    link.symlink_to(small_course.root / "exercises")
    assert finding.find(None, tmp_path / "nowhere", link / "forward.py") == small_course
    with pytest.raises(UsageError, match="no course here"):
        finding.find(None, tmp_path / "nowhere", handed_in / "forward.py")
