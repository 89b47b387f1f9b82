"""Verdicts on whole scripts: what cannot be judged costs nothing, and nothing judged is no zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from grader.grading.comparison import Comparison, hold
from grader.grading.scripts.diagnosing import of_script
from grader.grading.scripts.judging import judge
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Observation, Outcome, Scenario
from grader.keys.key import AnswerKey, KeyCheck
from grader.keys.making.scriptkey import BOUND, RIGHT
from grader.numbers.scripts.exercises.answers import right, unjudged, wrong

OF = ("trains", "loss", "direction", "size", "falls")


def key() -> AnswerKey:
    """Return a key of five checks, a point each."""
    checks = tuple(
        KeyCheck(of, of, "the steps", (), 1.0, True, Scenario("whole", "the steps", (), of=of), BOUND)
        for of in OF
    )
    tasks = {"the steps": ()}
    return AnswerKey(
        "x", "x", "", tasks, True, checks, RIGHT * 5, alternatives=(), misconceptions=(), mutants=(), seed=0,
        digest="", environment={},
    )  # fmt: skip


FOUND = Diagnosis("another", "Another loss", "", ("loss",), task="the steps")


def named(compared: Comparison, task: str) -> Diagnosis:
    """Return the page's own mistake, whatever the row."""
    return FOUND


def verdicts(row: Sequence[Observation]) -> list[tuple[str, float, float]]:
    """Return status, points and points to earn of every check."""
    return [(one.status, one.points, one.max_points) for one in judge(hold(key(), tuple(row)), "w = 1\n")]


def test_points_of_what_was_not_judged_go_to_the_rest() -> None:
    """The points to earn stay the same in all, and each judged check weighs as much as the others."""
    off = wrong("look.parameter.half", {"name": "w", "factor": "0.5"}, half=True)
    found = verdicts([right(), right(), right(), off, unjudged("whole.follows")])
    assert found[4] == ("not_judged", 0, 0)
    assert found[3] == ("failed", 0, 1.25)
    assert sum(most for _, _, most in found) == 5
    assert sum(points for _, points, _ in found) == 3.75


def test_without_a_step_nothing_is_judged() -> None:
    """A script that runs, and of which no step can be judged, has no points and no zero."""
    nothing = unjudged("look.not_judged.no_loss")
    found = verdicts([right(), right(), nothing, nothing, nothing])
    assert found == [("not_judged", 0, 0)] * 5


def test_what_is_right_equals_the_reference() -> None:
    """A right observation is what every key holds."""
    assert right().outcome is Outcome.RETURNED
    assert np.array_equal(right().values["right"], RIGHT[0].values["right"])


def test_what_stops_is_told_from_what_is_wrong() -> None:
    """An error of the script's own stops it at a line; a wrong step has a line and stops nothing."""
    off = wrong("look.parameter.half", {"name": "w", "factor": "0.5", "line": "1"}, half=True)
    stops = wrong("look.stops.stopped", {"error": "NameError", "line": "1"}, stopped=True)
    assert [one[0] for one in verdicts([right(), right(), off, off, right()])][2:4] == ["failed"] * 2
    made = judge(hold(key(), (stops,) * 5), "w = v\n")
    assert {(one.status, one.line) for one in made} == {("raised", 1)}


def test_every_check_is_public() -> None:
    """Of a hidden check it could not be told why it was not judged, so that there are none."""
    hidden = replace(key(), checks=tuple(replace(one, public=False) for one in key().checks))
    with pytest.raises(AssertionError, match="hidden"):
        judge(hold(hidden, (right(),) * 5), "w = 1\n")


def test_steps_that_nobody_asked_for_earn_nothing() -> None:
    """A script whose steps are right, and none of them one that is asked for, is left to a person."""
    found = verdicts([right(), unjudged("whole.loss.unknown"), unjudged("whole.not_known"), right(), right()])
    assert found == [("not_judged", 0, 0)] * 5


def test_a_wrong_step_of_an_unknown_model_is_judged() -> None:
    """A mistake in the steps is one, also where it is not known which parameter is which."""
    off = wrong("look.wrong.unmoved", {"unmoved": "W1"}, unmoved=True)
    found = verdicts([right(), unjudged("whole.loss.unknown"), unjudged("whole.not_known"), off, right()])
    assert [status for status, _, _ in found] == ["passed", "not_judged", "not_judged", "failed", "passed"]


def test_what_was_not_judged_has_no_mistake() -> None:
    """Where nothing is judged, no mistake is named beside it."""
    another = wrong("whole.loss.another", {"family": "a line"}, line=True)
    nothing = unjudged("look.not_judged.no_loss")
    row = (right(), another, nothing, nothing, nothing)
    assert of_script(hold(key(), row), named) == ()
    assert of_script(hold(key(), (right(), another, right(), right(), right())), named) == (FOUND,)
