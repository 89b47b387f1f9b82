"""What is kept of a student's work beside the course."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.course.notes import Notes


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """Give notes in a folder that is not there yet."""
    return Notes(tmp_path / ".grade")


def test_results_are_remembered(notes: Notes):
    """The last result of each exercise is kept."""
    notes.remember("a", 1, 4, False)
    notes.remember("b", 2.5, 3, False)
    notes.remember("a", 4, 4, True)
    assert notes.results() == {
        "a": {"score": 4, "max_score": 4, "passed": True},
        "b": {"score": 2.5, "max_score": 3, "passed": False},
    }
    assert [path.name for path in notes.folder.iterdir()] == ["results.json"]


@pytest.mark.parametrize("text", ["", "[]", "{"])
def test_damaged_results_are_forgotten(notes: Notes, text: str):
    """A file that cannot be read costs no more than the results in it."""
    notes.remember("a", 1, 4, False)
    (notes.folder / "results.json").write_text(text)
    assert notes.results() == {}
    notes.remember("b", 1, 1, True)
    assert json.loads((notes.folder / "results.json").read_text()) == notes.results()


def test_a_folder_that_cannot_be_written(tmp_path: Path):
    """Grading works in a course that is read-only."""
    (tmp_path / ".grade").write_text("a file where the folder should be")
    Notes(tmp_path / ".grade").remember("a", 1, 4, False)
    assert Notes(tmp_path / ".grade").results() == {}
