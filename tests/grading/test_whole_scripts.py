"""Right scripts of every style lose no point on the page that asks for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from samples import sample

from grader.inside.observation import Limits
from grader.intake import scripts
from grader.numbers.scripts.exercises.rows import observe
from grader.pages import page
from grader.pages.page import Exercise
from grader.sandbox.client import Sandbox

RIGHT = sorted((ROOT / "tests" / "whole_scripts").glob("*/*.py"))

SPARED = {"whole.not_needed", "whole.ends.unknown", "whole.predicts.unknown"}
"""What may stay open of a right script: what it does without, and an end that comes late."""


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    """Return a warm sandbox."""
    with Sandbox(Limits(), ahead=False, demand="own") as made:
        yield made


def kind(path: Path) -> tuple[str, bool, bool]:
    """Return a script's page, and what it is written with."""
    text = path.read_text(encoding="utf-8")
    return path.parent.name, "torch" in text, "numpy" in text


@cache
def exercise(id: str) -> Exercise:
    """Return the course's page of that id."""
    return page.read(ROOT / "solutions" / f"{id}.py")


@pytest.mark.parametrize("path", sample(RIGHT, kind), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_right_script_loses_a_point(path: Path, sandbox: Sandbox) -> None:
    """Whatever its style, a right script passes all that can be judged, and its steps can be."""
    made = exercise(path.parent.name)
    seen = observe(scripts.read(path).program, made.scenarios(0), sandbox).row
    wrong = [one.kinds for one in seen if one.values and not one.values["right"]]
    unjudged = {one.kinds["sentence"] for one in seen if not one.values}
    assert not wrong
    assert unjudged <= SPARED


def test_every_page_has_twelve_right_scripts() -> None:
    """With those on the page itself there are at least twelve."""
    for id in {path.parent.name for path in RIGHT}:
        own = len([path for path in RIGHT if path.parent.name == id])
        assert own + 1 + len(exercise(id).alternatives) >= 12
