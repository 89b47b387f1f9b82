"""In a notebook, quantities on the way are held against those of the page's public checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from grader.course.course import Course
from grader.inside.observation import INTERMEDIATE, Observation
from grader.intake.notebooks.document import Cell
from grader.keys.key import AnswerKey
from grader.notebook import check
from grader.release.student_key import public_part
from grader.student import intermediates
from grader.student.intermediates import grad
from grader.student.notebook import Stopped

NAMES = "delta_o1, delta_o2, delta_h1, delta_h2"


@pytest.fixture(scope="module")
def key(course: Course) -> AnswerKey:
    """Return the key that a student has of an exercise that names quantities."""
    return public_part(course.key("backprop_222"))


@pytest.fixture(scope="module")
def right(key: AnswerKey) -> dict[str, np.ndarray]:
    """Return the right quantities."""
    values = next(seen.values for seen in key.reference if intermediates_of(seen))
    return {name: values[INTERMEDIATE + name] for name in NAMES.split(", ")}


def intermediates_of(seen: Observation) -> list[str]:
    """Return the names of an observation's quantities on the way."""
    return [name for name in seen.values if name.startswith(INTERMEDIATE)]


def lines(course: Course, *names: str, **quantities: Any) -> list[str]:
    """Return what a notebook shows."""
    return grad(*names, course_folder=course.root, **quantities).lines


def test_right_quantities_are_right_for_their_check(right: dict[str, np.ndarray], course: Course) -> None:
    """The check is named whose inputs were used."""
    *told, against = lines(course, "backprop_222", **right)
    assert told == [f"{name}: right" for name in right]
    assert against.startswith("Held against the check “eight slopes at the weights of the story”, gradient(")


def test_the_first_wrong_one_is_where_to_begin(right: dict[str, np.ndarray], course: Course) -> None:
    """A wrong shape is told from wrong numbers and from near ones, in the page's order."""
    wrong = {
        "delta_h1": right["delta_h1"] + 1,
        "delta_o2": [0.5, 0.5],
        "delta_o1": right["delta_o1"] * 1.0001,
    }
    told = lines(course, "backprop_222", **wrong)
    assert told[0].startswith("delta_o1: close, and off by up to ")
    assert told[1] == "delta_o2: shape (2,) in place of a single number"
    assert told[2] == "delta_h1: not right, off by up to 1"
    assert told[3] == "Begin with delta_o1, the first on the way that is not right."


@pytest.mark.parametrize(
    ("names", "quantities", "words"),
    [
        (["backprop_222"], {"dx": 1.0}, f"backprop_222 names {NAMES}"),
        (["backprop_222"], {}, f"backprop_222 names {NAMES}"),
        (["backprop_222"], {"delta_o1": None}, "delta_o1 is a NoneType, no array of numbers"),
        (["forward"], {"da": 1.0}, "forward names no quantities on the way"),
        (["no_such_page"], {"da": 1.0}, "there is no exercise 'no_such_page'"),
        ([], {"da": 1.0}, "this is no notebook"),
    ],
)
def test_what_cannot_be_held_is_said(
    names: Sequence[str], quantities: dict[str, Any], words: str, course: Course
) -> None:
    """In a sentence, as everything in a notebook."""
    with pytest.raises(Stopped, match=words):
        grad(*names, course_folder=course.root, **quantities)


@pytest.mark.parametrize(
    ("cells", "last"),
    [
        (["check('one')", "check('two', 'f')", "check.grad(dw=1)"], "two"),
        (['check("one"); plot( "two")'], "two"),
        (["%%grade one f\ndef f(): ...", "f()"], "one"),
        (["recheck('one')", "check.grad('three', dw=1)"], "three"),
    ],
)
def test_the_exercise_is_the_one_named_last(
    cells: Sequence[str], last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notebook is about one exercise at a time."""
    monkeypatch.setattr(
        intermediates, "cells_run", lambda: [Cell(str(place), text) for place, text in enumerate(cells)]
    )
    assert intermediates.checked_last() == last


def test_a_notebook_shows_paragraphs(right: dict[str, np.ndarray], course: Course) -> None:
    """As HTML where it can, as lines elsewhere."""
    shown = grad("backprop_222", course_folder=course.root, **right)
    assert repr(shown).splitlines() == shown.lines
    assert shown._repr_html_().startswith("<p>delta_o1: right</p>")


def test_a_key_that_is_handed_out_has_the_references_quantities_only(key: AnswerKey) -> None:
    """Those of misconceptions stay behind."""
    assert any(map(intermediates_of, key.reference))
    assert not any(intermediates_of(seen) for known in key.misconceptions for seen in known.row)


def test_notebooks_import_it_with_check() -> None:
    """One name is imported for both."""
    assert check.grad is grad
