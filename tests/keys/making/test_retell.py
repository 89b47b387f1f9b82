"""A key whose page has new words only gets the words, and keeps its numbers."""

from __future__ import annotations

from pathlib import Path

from programs import write_page

from grader.course.course import Course
from grader.course.engine import engine
from grader.keys import keyfile
from grader.keys.making import retell


def test_a_new_docstring_is_told_and_nothing_is_observed_anew(tmp_path: Path):
    """A misconception's sentence and hint are the page's as it stands; all else of the key is as it was."""
    course = Course(tmp_path)
    (tmp_path / "solutions").mkdir()
    write_page(tmp_path / "solutions")
    before = course.key("twice")
    page = write_page(tmp_path / "solutions", "You take x three times.", "You triple x.")
    made = retell.retold(course.key_path("twice"), page, engine())
    assert made is not None
    assert [(one.message, one.hints) for one in made.misconceptions] == [("You triple x.", ("Count.",))]
    assert keyfile.text(made, "") != keyfile.text(before, "")
    assert made.digest == before.digest
    assert course.key("twice").misconceptions[0].message == "You triple x."
