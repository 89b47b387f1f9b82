"""On every page: no program scores more for being wrong in a task, whatever nothing it writes for the others.

A known mistake is in one task; another task, which calls it, is answered by a constant or by an argument. The
points of that other task must not be paid as what follows from the mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pytest
from conftest import ROOT

from grader.course.course import Course
from grader.grading.carried_forward import carry_forward
from grader.grading.comparison import hold
from grader.grading.diagnose import diagnose
from grader.grading.judge import judge
from grader.inside.observation import Leaf, Limits, Observation, Outcome, Scenario
from grader.keys.key import AnswerKey, Row, agrees
from grader.numbers.compare import graded

COURSE = Course(ROOT)
LOADED = Observation(Outcome.RETURNED)
CONSTANTS = (0.0, 1.0, -1.0, 0.5, 2.0)


@pytest.fixture(scope="module")
def keys() -> dict[str, AnswerKey]:
    """Return the key of every page."""
    COURSE.refresh(COURSE.order)
    return {id: COURSE.key(id) for id in COURSE.order}


def points(key: AnswerKey, row: Row, task: str) -> float:
    """Return what a row of observations earns in a task."""
    compared = hold(key, row)
    verdicts = carry_forward(judge(compared, LOADED, Limits()), diagnose(compared), key.checks)
    return sum(verdict.points for verdict in verdicts if verdict.task == task)


def fillings(expected: Observation, asked: Scenario) -> Iterator[Observation]:
    """Yield what a task gives that returns a constant, or one of its arguments, call by call alike."""
    for number in CONSTANTS:
        made = {name: np.full_like(expected.values[name], number) for name in graded(expected)}
        yield replace(expected, values={**expected.values, **made})
    for given in asked.args:
        value = given.value if isinstance(given, Leaf) else given
        array = np.asarray(value, dtype=float) if isinstance(value, int | float | np.ndarray) else None
        made = {name: array for name in graded(expected) if array is not None}
        yield replace(expected, values={**expected.values, **made})


def mixed(key: AnswerKey, mistake: Row, task: str) -> Iterator[tuple[Row, Row]]:
    """Yield rows with a task filled by nothing: behind the mistake, and behind right numbers.

    What gives other numbers than the mistake itself is never paid, and is left out.
    """
    places = [place for place, check in enumerate(key.checks) if check.task == task]
    changed = [place for place in places if not agrees(key, mistake, key.reference, place)]
    filled = {place: list(fillings(key.reference[place], key.scenarios[place])) for place in places}
    for number in range(min(len(options) for options in filled.values()) if changed else 0):
        answers = {place: options[number] for place, options in filled.items()}
        if not all(agrees(key, mistake, mixture(mistake, answers), place) for place in changed):
            continue
        yield mixture(mistake, answers), mixture(key.reference, answers)


def mixture(row: Row, answers: Mapping[int, Observation]) -> Row:
    """Return a row with some of its observations exchanged."""
    return tuple(answers.get(place, seen) for place, seen in enumerate(row))


@pytest.mark.parametrize("id", COURSE.order)
def test_a_mistake_pays_nothing(id: str, keys: dict[str, AnswerKey]) -> None:
    """With the mistake, a constant in another task earns no more than without the mistake."""
    key = keys[id]
    for known in key.misconceptions:
        for task in (task for task in key.tasks if task not in known.targets):
            for wrong, right in mixed(key, known.row, task):
                assert points(key, wrong, task) <= points(key, right, task), (known.id, task)


def test_every_page_is_tried() -> None:
    """No page is left out: all that the course lists have known mistakes."""
    assert len(COURSE.order) == 35
