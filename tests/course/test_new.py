"""A new course and its new pages are written whole, and nothing that is there is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.commands.new import KINDS
from grader.course import new, settings
from grader.course.course import Course
from grader.errors import UsageError
from grader.pages import page, scripts


@pytest.mark.parametrize("name", new.FILES)
def test_a_new_course_has_every_file(name: str, tmp_path: Path) -> None:
    """course.toml, the worked page, .gitignore and the workflow are there, without a trace of a template."""
    new.begin(tmp_path / "course")
    text = (tmp_path / "course" / name).read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "{{" not in text


@pytest.mark.parametrize("folder", ["plain", "my_course", 'said "so"', "back\\slash", "new\nline"])
def test_the_title_is_the_folder(folder: str, tmp_path: Path) -> None:
    """Whatever a folder is called, course.toml can be read."""
    begun = new.begin(tmp_path / folder)
    assert settings.read(begun.root / "course.toml").title == folder.replace("_", " ")
    assert begun.order == (new.FIRST,)


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    """A folder with other files in it becomes a course, and these stay as they are."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert new.begin(tmp_path) == Course(tmp_path)
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", new.FILES)
def test_nothing_is_overwritten(name: str, tmp_path: Path) -> None:
    """Where one of the files is there already, none is written."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is there already; name a new folder"):
        new.begin(tmp_path)
    assert [found.read_text() for found in tmp_path.rglob("*") if found.is_file()] == ["mine"]


def test_no_course_in_a_course(tmp_path: Path) -> None:
    """Inside a course no other one is begun: every command in it would find two."""
    begun = new.begin(tmp_path / "outer")
    with pytest.raises(UsageError, match=r"there is a course in .*outer already; name a folder outside it"):
        new.begin(begun.root / "inner")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_can_be_read(kind: str, tmp_path: Path) -> None:
    """Each template is a small page of at most 110 lines that tells its students to run the right file."""
    path = new.add(new.begin(tmp_path / "course"), "second", kind)
    text = path.read_text(encoding="utf-8")
    read = page.read(path)
    assert (read.small, len(text.splitlines()) <= 110) == (True, True)
    assert "python second.py" in read.story
    assert text.count("# Replace") == 3


def test_a_students_stub_says_nothing_of_replacing(tmp_path: Path) -> None:
    """What an author has to replace is said below the line that students do not see beyond."""
    for kind in KINDS:
        read = page.read(new.add(new.begin(tmp_path / kind), "second", kind))
        lines = read.source.lines[: read.source.fold] if kind != "script" else [scripts.stub(read.source)]
        assert "Replace" not in "\n".join(lines)


def test_a_course_has_templates_of_its_own(tmp_path: Path) -> None:
    """A template in the course's own folder comes before ours."""
    begun = new.begin(tmp_path / "course")
    (begun.root / "templates" / "pages").mkdir(parents=True)
    (begun.root / "templates" / "pages" / "function.py.j2").write_text("# {{ id }}\n", encoding="utf-8")
    assert new.add(begun, "second", "function").read_text(encoding="utf-8") == "# second\n"


@pytest.mark.parametrize("id", ["", "Two", "2nd", "a-b", "a b", "../up", "class", "a.py"])
def test_a_name_that_is_none(id: str, tmp_path: Path) -> None:
    """A page's name is a module's name in small letters."""
    begun = new.begin(tmp_path / "course")
    with pytest.raises(UsageError, match="cannot be a page's name"):
        new.add(begun, id, "function")


def test_a_page_that_is_there(tmp_path: Path) -> None:
    """A page is never overwritten."""
    begun = new.begin(tmp_path / "course")
    with pytest.raises(UsageError, match="is there already; take another name"):
        new.add(begun, new.FIRST, "gradient")


def test_a_folder_that_was_handed_out(tmp_path: Path) -> None:
    """A student's folder gets no pages."""
    for name in ("keys", "exercises"):
        (tmp_path / name).mkdir()
    (tmp_path / "course.toml").write_text("[released]\n", encoding="utf-8")
    with pytest.raises(UsageError, match="was handed out; new pages are written in the instructor's course"):
        new.add(Course(tmp_path), "second", "function")
