"""A course knows where its pages, stubs, keys and last results are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from programs import TINY, line_of, write_page

from grader.course import engine, finding
from grader.course.course import Course, Unit
from grader.course.settings import CourseFile
from grader.errors import PageError, SandboxError, UsageError
from grader.keys import keyhead, staleness

SETTINGS = """
title = "A course"

[[units]]
title = "First"
exercises = ["b", "missing"]

[[units]]
title = "Empty"
exercises = ["gone"]

[builds_on]
b = ["a"]
"""


@pytest.fixture
def home(tmp_path: Path) -> Course:
    """Return a course of three pages that are never read."""
    for folder in ("solutions", "exercises"):
        (tmp_path / folder).mkdir()
    for id in "abc":
        (tmp_path / "solutions" / f"{id}.py").write_text("")
    (tmp_path / "course.toml").write_text(SETTINGS)
    return Course(tmp_path)


@pytest.fixture
def tiny(tmp_path: Path) -> Course:
    """Return a course of one small page."""
    (tmp_path / "solutions").mkdir()
    write_page(tmp_path / "solutions")
    return Course(tmp_path)


# ---- what there is ----


def test_units_hold_the_pages_that_are_there(home: Course):
    """Pages that are named and missing are left out, pages that nobody names come last, in order."""
    assert home.units == (Unit("First", ("b",)), Unit("", ("a", "c")))
    assert home.order == ("b", "a", "c")


def test_a_course_needs_no_settings(home: Course):
    """Without course.toml every page stands in the order of the alphabet."""
    (home.root / "course.toml").unlink()
    assert home.order == ("a", "b", "c")
    assert home.settings == CourseFile()


def test_what_an_exercise_builds_on(home: Course):
    """The exercises that should come before one are told, none where nothing is said."""
    assert (home.builds_on("b"), home.builds_on("a")) == (("a",), ())


def test_paths(home: Course):
    """Page, stub and key lie in folders of their own."""
    paths = (home.page("b"), home.stub("b"), home.key_path("b"))
    assert [str(path.relative_to(home.root)) for path in paths] == [
        "solutions/b.py",
        "exercises/b.py",
        ".grade/keys/b.json",
    ]


@pytest.mark.parametrize("id", ["d", "../secret", "", "missing"])
def test_an_exercise_that_is_not_there(home: Course, id: str):
    """The message says how to find those there are, and no path leads out of the course."""
    with pytest.raises(UsageError, match=r"there is no exercise .*; `grade list` names them all"):
        home.page(id)


def test_an_exercise_that_is_misspelt(tiny: Course):
    """The message names the exercise that was meant, and no other."""
    with pytest.raises(UsageError, match=r"did you mean (\w+)\? `grade list` names them all"):
        tiny.page(f"{tiny.order[0]}e")


@pytest.mark.parametrize(
    "text",
    ["units = ", "\xff\xfe", "units = 5", 'units = ["a"]', "units = [{exercises = 5}]", "builds_on = 3"],
)
def test_settings_that_cannot_be_read(home: Course, text: str):
    """What is wrong with course.toml is said in one sentence."""
    (home.root / "course.toml").write_text(text, encoding="latin-1")
    with pytest.raises(UsageError, match=r"course\.toml:(1:)? .*; correct it"):
        (home.order, home.builds_on("b"))


# ---- finding a course ----


def test_the_nearest_course_above(home: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A file's course is the folder above it that holds pages and stubs."""
    below = home.root / "exercises" / "deep"
    below.mkdir()
    assert finding.find(None, below) == finding.find(None, home.root) == Course(home.root.resolve())
    monkeypatch.chdir(home.root.parent)
    assert finding.find(Path(home.root.name), Path("/")) == Course(home.root.resolve())


def test_a_folder_that_is_no_course(tmp_path: Path):
    """A course that was asked for must be one."""
    with pytest.raises(UsageError, match="is not a course folder; a course has solutions/ in it"):
        finding.find(tmp_path, tmp_path)


def test_a_course_in_a_folder_below(home: Course, tmp_path_factory: pytest.TempPathFactory):
    """Who stands one folder too high is told the name of the folder."""
    above = tmp_path_factory.mktemp("above")
    shutil.copytree(home.root, above / "mine")
    with pytest.raises(UsageError, match="if the one in mine is yours, go there: cd mine"):
        finding.find(None, above)


def test_no_course_at_all(tmp_path: Path):
    """An empty folder is no course, and that of the grader's own checkout never takes its place."""
    with pytest.raises(UsageError, match="no course here; go to the course's folder or name it"):
        finding.find(None, tmp_path)


# ---- keys ----


def test_a_key_is_made_when_it_is_needed(tiny: Course, capsys: pytest.CaptureFixture[str]):
    """The first look makes the key and says so; the second reads it; changed code makes it anew."""
    first = tiny.key("twice")
    assert "grade: making the answer key of twice (once)" in capsys.readouterr().err
    assert tiny.key("twice").digest == first.digest
    assert capsys.readouterr().err == ""
    write_page(tiny.root / "solutions", "return 3 * x", "return 4 * x")
    again = tiny.key("twice")
    assert again.digest != first.digest
    assert "making the answer key" in capsys.readouterr().err


def test_a_changed_sentence_is_told_and_nothing_is_observed_again(tiny: Course):
    """The key with another sentence has the rows of the one before, to the seconds that each call took."""
    first = tiny.key("twice")
    write_page(tiny.root / "solutions", "three times", "thrice")
    again = tiny.key("twice")
    assert again.misconceptions[0].message == "You take x thrice."
    assert [seen.seconds for seen in again.reference] == [seen.seconds for seen in first.reference]


@pytest.mark.parametrize("place", ["inside", "sandbox", "keys/making/reach.py"])
def test_remembered_rows_depend_on_what_observes(place: str) -> None:
    """With another observer nothing of what was observed holds; what draws inputs is no part of it."""
    others = [one for one in engine.ROWS_DEPEND_ON if one != place]
    assert engine.digest_of(others) != engine.rows_engine() != engine.engine()
    assert "pages" not in engine.ROWS_DEPEND_ON


def test_a_damaged_key_is_made_again(tiny: Course):
    """A key whose end is missing is as good as none."""
    digest = tiny.key("twice").digest
    path = tiny.key_path("twice")
    path.write_text(path.read_text(encoding="utf-8")[:-100], encoding="utf-8")
    assert tiny.key("twice").digest == digest


def test_a_page_with_windows_line_ends_has_a_current_key(tiny: Course):
    """The key's digest is that of the file, whatever its line ends."""
    (tiny.root / "solutions" / "twice.py").write_bytes(TINY.replace("\n", "\r\n").encode())
    tiny.refresh(["twice"])
    path = tiny.key_path("twice")
    assert not keyhead.stale(path, staleness.text_digest(tiny.page("twice")), engine.engine(), of="page")


def test_a_page_at_fault_is_named_with_its_line(tiny: Course):
    """What the process that makes keys says of a page arrives as the page's own error."""
    path = write_page(tiny.root / "solutions", "return 2 * x", "return 2 *")
    with pytest.raises(PageError) as fault:
        tiny.key("twice")
    line = line_of(path, "return 2 *")
    assert (fault.value.path, fault.value.line) == (path, line)
    assert str(fault.value) == f"{path}:{line}: this is not Python (invalid syntax); correct this line"


def test_a_key_that_cannot_be_made(tiny: Course, monkeypatch: pytest.MonkeyPatch):
    """Where that process fails for another reason, it is our fault and nobody loses points."""
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(SandboxError, match="no answer key could be made: exit status 1"):
        tiny.key("twice")
