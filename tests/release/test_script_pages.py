"""What students take home of a page on whole scripts."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT

from grader.inside.observation import Limits
from grader.keys.making import keymaker
from grader.pages import page, scripts
from grader.release import starter
from grader.release.student_key import public_part
from grader.sandbox.client import Sandbox


@pytest.fixture(scope="module")
def made() -> tuple[page.Exercise, keymaker.AnswerKey]:
    """Return a script page with its key."""
    exercise = page.read(ROOT / "solutions" / "homework_linear.py")
    with Sandbox(Limits(), ahead=False, demand="own") as sandbox:
        return exercise, keymaker.make(exercise, sandbox, 0)


def test_the_notebook_has_room(made: tuple[page.Exercise, keymaker.AnswerKey]) -> None:
    """The starter notebook has the story and one cell to write in."""
    cells = json.loads(starter.make(*made))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    assert sum(text == scripts.ROOM for text in texts) == 1
    assert texts[0].startswith("# Homework: a line")


def test_the_public_key_names_every_mistake(made: tuple[page.Exercise, keymaker.AnswerKey]) -> None:
    """All checks are public, and no script is in what is handed out."""
    key = public_part(made[1])
    assert len(key.checks) == len(made[1].checks)
    assert {one.id for one in key.misconceptions} == {one.id for one in made[0].misconceptions}
    assert all("def " not in str(check.scenario.args) for check in key.checks)
