"""A hand-in that is no ordinary file is refused, and what is written about people is their own affair."""

from __future__ import annotations

import os
import re
import signal
import stat
import zipfile
from pathlib import Path

import pytest
from conftest import Run

from grader.batch.summary import left_out
from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook import schema
from grader.gradebook.paths import Grades, safe
from grader.gradebook.tables import cell
from grader.intake import submission
from grader.intake.archive import look
from grader.intake.entry import Refused
from grader.intake.layouts.tree.found import Listing

SECRET = "SECRET = (\n"
"""What lies outside of the hand-in; quoted, it would show up in a message about its syntax."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a hand-in's folder, beside which lies what is nobody's business."""
    (tmp_path / "secret.py").write_text(SECRET)
    made = tmp_path / "handed_in"
    made.mkdir()
    return made


def make(kind: str, path: Path) -> None:
    """Put something odd where a file should be."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "relative link":
        path.symlink_to(Path("..") / "secret.py")
    elif kind == "link":
        path.symlink_to(path.parent.parent / "secret.py")
    elif kind == "link by way of a folder":
        (path.parent / "inside").symlink_to(path.parent.parent)
        path.symlink_to(Path("inside") / "secret.py")
    elif kind == "loop":
        path.symlink_to(path.name)
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(1 << 33)
    else:
        path.mkdir()


KINDS = ("pipe", "device", "link", "relative link", "link by way of a folder", "loop", "huge", "folder")


@pytest.mark.parametrize("ending", ["py", "ipynb"])
@pytest.mark.parametrize("kind", KINDS)
def test_submit_refuses(kind: str, ending: str, folder: Path, run: Run) -> None:
    """One sentence, exit code 2, and not a word of what lies elsewhere."""
    make(kind, folder / f"forward.{ending}")
    signal.alarm(60)
    done = run("submit", folder / f"forward.{ending}")
    signal.alarm(0)
    assert done.exit_code == 2
    assert "SECRET" not in done.output + done.stderr
    assert str(folder / f"forward.{ending}") in done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_reading_refuses(kind: str, folder: Path) -> None:
    """What `watch` reads on every save is refused for the same reasons."""
    make(kind, folder / "forward.py")
    with pytest.raises(UsageError, match=r"forward\.py: "):
        submission.read_bytes(folder / "forward.py")


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    """The hand-in is the folder; a link to another file of it is as good as the file."""
    (folder / "draft.py").write_text("x = 1\n")
    (folder / "forward.py").symlink_to("draft.py")
    assert submission.read_bytes(folder / "forward.py") == b"x = 1\n"


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in ("folder", "link by way of a folder")]
)
def test_a_notebooks_stub_may_be_anything(kind: str, small_course: Course) -> None:
    """Where a stub should be that puts back what a notebook has lost, nothing else is read."""
    small_course.stub("forward").unlink()
    (small_course.root.parent / "secret.py").write_text(SECRET)
    make(kind, small_course.stub("forward"))
    signal.alarm(60)
    assert small_course.handout("forward")[1] == ""
    signal.alarm(0)


@pytest.mark.parametrize(
    "name", ["a" + "_" * 60_000 + "x_forward.py", "d/" * 3000 + "forward.py", "é" * 200 + "_forward.py"]
)
def test_a_name_that_is_too_long(name: str, tmp_path: Path) -> None:
    """No file system holds it and reading it takes the square of its length, so it is left out."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(name, "")
        archive.writestr("amy_forward.py", "")
    tree = look(tmp_path / "class.zip")
    assert [one.name for one in tree.entries] == ["amy_forward.py"]
    assert [one.why for one in tree.refused] == ["has a name that is too long"]
    assert len(tree.refused[0].name) < 5000


# ---- what is written ---------------------------------------------------------------------------------


def test_grades_are_for_their_owner_only(course: Course, tmp_path: Path, run: Run) -> None:
    """Nobody else on the machine may read the gradebook, a table or a report, whatever the umask says."""
    handed_in, grades = tmp_path / "class", tmp_path / "grades"
    handed_in.mkdir()
    (handed_in / "amy_forward.py").write_bytes(course.stub("forward").read_bytes())
    before = os.umask(0)
    try:
        assert run("batch", handed_in, "--grades", grades).exit_code == 0
        assert run("export", "--grades", grades, "--out", tmp_path / "table.csv").exit_code == 0
    finally:
        os.umask(before)
    made = [grades, *grades.rglob("*"), tmp_path / "table.csv"]
    assert len(made) > 5
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


NAMES = (
    "Alice!",
    "alice",
    "ALICE",
    "alice.",
    "../alice",
    "con",
    "CON",
    "é",
    "e\u0301",
    "",
    " ",
    "a/b",
    "a\\b",
    "\ud800",
)


def test_no_two_students_share_a_path() -> None:
    """Not by case, nor by what a file system folds, nor by a name that is another one's path."""
    names = [*NAMES, *map(safe, NAMES), *(safe(safe(name)) for name in NAMES)]
    paths = {str(Grades(Path("g")).feedback(name, "forward")).lower() for name in {*names}}
    assert len(paths) == len({*names})


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "﹢1",
        "﹣1",
        "﹫a",
        "−1",
        " ＝1",
        "\u3000=1",
        "\u200b=1",
        "\u00a0@a",
        "\t=1",
        "|x",
        "％x",
    ],
)
def test_a_cell_never_becomes_a_formula(text: str) -> None:
    """In full width, small or behind a blank: a quote stands before whatever a spreadsheet reckons with."""
    assert str(cell(text)).startswith("'")


@pytest.mark.parametrize("text", ["amy", "Zoë", "2 + 2", "a=1", "李", ""])
def test_an_ordinary_cell_stays_as_it_is(text: str) -> None:
    """Names and numbers are not quoted."""
    assert cell(text) == text


def test_an_older_gradebook_is_tightened(tmp_path: Path) -> None:
    """One that everybody could read is its owner's alone as soon as it is opened to be written."""
    path = tmp_path / "gradebook.db"
    schema.open_for_writing(path).close()
    path.chmod(0o664)
    schema.open_for_writing(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["a;=1+1", "a; @x", "a;+1"])
def test_a_cell_holds_no_formula_behind_a_semicolon(text: str) -> None:
    """Where lists are parted by semicolons a cell begins there, and a quote stands before it."""
    assert re.search(r";\s*'", str(cell(text)))


@pytest.mark.parametrize("text", ["two fine; -1 for the name", "a;b", "x; y"])
def test_a_remark_with_semicolons_stays_as_it_is(text: str) -> None:
    """A sign behind a semicolon and a blank is an ordinary remark."""
    assert cell(text) == text


def test_the_list_of_what_is_left_out_has_a_line_each(tmp_path: Path) -> None:
    """A name with a line break or an escape sequence in it forges no line and paints no terminal."""
    refused = (Refused("a\x1b[2J\nb", "is left for c\nd  graded"),)
    assert left_out(Listing("flat", (), refused)) == "a\\x1b[2J\\nb: is left for c\\nd  graded\n"


@pytest.mark.parametrize("command", ["submit", "look", "batch", "mark", "export"])
def test_a_complaint_holds_no_command(command: str, tmp_path: Path, run: Run) -> None:
    """Whatever a file or a student is called, the sentence moves no cursor and hides no letter."""
    name = "a\x1b]0;x\x07\u202e\x9b2J##[error]"
    given = {"mark": (name, "forward", "+1", "--why", "x"), "export": ("--exercise", name)}
    said = run(command, *given.get(command, (tmp_path / f"{name}.py",))).stderr
    assert "a" in said
    assert not {*said} & {*"\x1b\x07\u202e\x9b"}
    assert "##[" not in said
