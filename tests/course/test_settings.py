"""What course.toml may say, and what is said where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from grader.course import settings
from grader.errors import UsageError

UNITS = '[[units]]\ntitle = "One"\nexercises = ["a"]\n\n[[units]]\ntitle = "Two"\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("titel = 'T'", 1, r"the file knows no word 'titel'; do you mean 'title'\?"),
        ("title = 'T'\n[zebra]\n", 2, "the file knows no word 'zebra'; it knows title, titles, language"),
        (UNITS + "exercices = []", 7, r"\[units\] knows no word 'exercices'; do you mean 'exercises'\?"),
        (UNITS + "exercises = [5]", 7, "exercises: expected `str`, got `int`"),
        (UNITS + "exercises = 5", 7, "exercises: expected `list`, got `int`"),
        ("\nunits = [{exercises = 5}]", 2, "exercises: expected `list`, got `int`"),
        ("units = 5", 1, "units: expected `list`, got `int`"),
        ("units = [5]", 1, r"\[units\]: expected `table`, got `int`"),
        ("grading = 3", 1, "grading: expected `table`, got `int`"),
        ("[titles]\nzh = 3", 2, "zh: expected `str`, got `int`"),
        ("title = 5", 1, "title: expected `str`, got `int`"),
        ("[builds_on]\na = ['b']\nc = 'd'", 3, "c: expected `list`, got `str`"),
        ("[released]\na = 1", 2, "a: expected `str`, got `int`"),
        ("[hints]\ncost = -0.5", 2, "cost: expected `float` >= 0"),
        ("[hints]\ncost = true", 2, "cost: expected `float`, got `bool`"),
        ("[hints]\ncosts = 1", 2, r"\[hints\] knows no word 'costs'; do you mean 'cost'\?"),
        ("[release]\ninstal = 'pip'", 2, r"\[release\] knows no word 'instal'; do you mean 'install'\?"),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, text: str, line: int, words: str) -> None:
    """A word that nobody knows and a value of the wrong type are refused with line and nearest name."""
    path = tmp_path / "course.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=rf"course\.toml:{line}: {words}.*; correct it"):
        settings.read(path)


def test_the_courses_own_file() -> None:
    """The file of this course is in order, and so is one that is not there."""
    assert settings.read(ROOT / "course.toml").title
    assert settings.read(ROOT / "nowhere.toml") == settings.CourseFile()


@pytest.mark.parametrize(
    "text", ["[grading]\nattempts = 'best'", "[limits]\nseconds = 60", "[hints]\ncost = 1"]
)
def test_tables_that_others_own(tmp_path: Path, text: str) -> None:
    """What a policy says is passed on unread, and a whole number may stand for any number."""
    path = tmp_path / "course.toml"
    path.write_text(text, encoding="utf-8")
    assert settings.read(path)
