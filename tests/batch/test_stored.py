"""`grade batch --stored` observes what is new from the gradebook's own bytes; no download is needed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import Run
from gradebooks import content
from handed_in import folder

from grader.course.course import Course
from grader.gradebook import reading, schema

HELPED = (
    "from tools import twice\n\n\ndef forward(x, w):\n    return w * x\n\n\ndef forward_with_bias(x, w, b):\n"
)
HELPED += "    return (twice(w * x) + 2 * b) / 2\n"
ADDED = HELPED.replace("return w * x\n", "return w + x\n")
Stored = Callable[..., Result]


@pytest.fixture
def grades(run: Run, small_course: Course, tmp_path: Path) -> Path:
    """Grade a class whose programs import a file beside them, then lose the download."""
    files = {f"{name}/forward.py": text for name, text in {"amy": HELPED, "bo": ADDED}.items()}
    files |= {f"{name}/tools.py": "def twice(x):\n    return 2 * x\n" for name in ("amy", "bo")}
    handed = folder(tmp_path / "in", files)
    assert run("batch", handed, "--grades", tmp_path / "g", on=small_course).exit_code == 0
    shutil.rmtree(handed)
    return tmp_path / "g"


@pytest.fixture
def stored(run: Run, small_course: Course, grades: Path) -> Stored:
    """Return a function that grades what is stored."""
    return lambda *words: run("batch", "--stored", "--grades", grades, *words, on=small_course)


def marks(grades: Path) -> dict[str, tuple[float, list[str]]]:
    """Return everybody's points, and the titles of the checks that were passed."""
    connection = schema.open_for_reading(grades / "gradebook.db")
    found = {
        one.attempt.student: (
            one.grade.score,
            [mark.title for mark in one.grade.marks if mark.status == "passed"],
        )
        for one in reading.standings(connection)
    }
    connection.close()
    return found


def test_nothing_is_new(stored: Stored, grades: Path) -> None:
    """Where no page has changed, nothing is watched and nothing changes."""
    before = content(grades)
    done = stored()
    assert (done.exit_code, done.output.splitlines()[1]) == (0, "0 graded, 2 unchanged, 0 files left out")
    assert content(grades) == before


def test_a_new_check(stored: Stored, grades: Path, small_course: Course, run: Run) -> None:
    """A check that nobody's program was ever asked is observed, helper modules and all."""
    page = small_course.root / "solutions" / "forward.py"
    text = page.read_text(encoding="utf-8")
    new = 'checks = [\n    returns(forward, x=7.0, w=3.0, title="A new one", public=True),\n'
    page.write_text(text.replace("checks = [\n", new, 1), encoding="utf-8")
    waiting = run("regrade", "--dry-run", "--grades", grades, on=small_course)
    assert "nothing is kept of: A new one" in waiting.output
    done = stored()
    assert done.exit_code == 0, done.output
    found = marks(grades)
    assert "A new one" in found["amy"][1]
    assert "A new one" not in found["bo"][1]
    assert "2 current" in run("regrade", "--dry-run", "--grades", grades, on=small_course).output


def test_what_the_platform_said_stays(stored: Stored, grades: Path, small_course: Course) -> None:
    """The name, the layout and the place in order of an attempt stay as the download gave them."""
    page = small_course.root / "solutions" / "forward.py"
    page.write_text(page.read_text(encoding="utf-8").replace("# ", "#  ", 1) + "\n", encoding="utf-8")
    before = [one[0] for one in content(grades)[0]]
    assert stored().exit_code == 0
    assert [one[0] for one in content(grades)[0]] == before


def test_a_broken_page_is_named_once(stored: Stored, grades: Path, small_course: Course) -> None:
    """A page that does not hold is named once, whoever answered it; their grades stay."""
    before = content(grades)
    page = small_course.root / "solutions" / "forward.py"
    page.write_text("def (\n", encoding="utf-8")
    done = stored()
    assert done.exit_code == 3
    assert done.output.count("stays as it is") == 1
    assert content(grades) == before


def test_a_file_that_could_not_be_read(run: Run, small_course: Course, tmp_path: Path) -> None:
    """Of a file that was never read there is nothing to observe: its owner gets no zero for our fault."""
    locked = folder(tmp_path / "in", {"amy_forward.py": HELPED, "bo_forward.py": ADDED}) / "amy_forward.py"
    grades = tmp_path / "g"
    locked.unlink()
    locked.mkdir()
    done = run("batch", tmp_path / "in", "--grades", grades, on=small_course)
    assert "1 submission " in done.output
    again = run("batch", "--stored", "--grades", grades, on=small_course)
    assert "the gradebook: 1 submission " in again.output


def test_without_a_gradebook(run: Run, small_course: Course, tmp_path: Path) -> None:
    """Where there is no gradebook, none is made."""
    done = run("batch", "--stored", "--grades", tmp_path / "none", on=small_course)
    assert done.exit_code != 0
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "words", [[], [".", "--stored"], ["--stored", "--shard", "1/2"], [".", "--shard", "1/2", "--fresh"]]
)
def test_what_does_not_go_together(run: Run, words: list[str]) -> None:
    """A path and --stored exclude each other, and one of them must be there."""
    assert run("batch", *words).exit_code == 2
