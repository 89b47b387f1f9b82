"""Points are given for right numbers, and given back where only another task's mistake shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from programs import check, key, known, seen

from grader.judge import follow_through, judge
from grader.key import AnswerKey
from grader.observation import Observation, Outcome
from grader.sandbox.client import Limits, Observed
from grader.verdict import Diagnosis

LOADED = Observation(Outcome.RETURNED)
RAISED = Observation(Outcome.RAISED, message="TypeError: x")

RIGHT = (seen(loss=1.0), seen(train=2.0), seen(train=3.0), seen(train=4.0))


EVERY = ("loss", "one", "two", "three")


def row(*train: Any) -> tuple[Observation, ...]:
    """Return what a program with a wrong loss gives on the loss and on three checks of its training."""
    return (seen(loss=5.0), *(one if isinstance(one, Observation) else seen(train=one) for one in train))


def train_key(*train: Any, targets: tuple[str, ...] = ("loss",)) -> AnswerKey:
    """Return a key of a loss and a training, in which a mistake in the loss gives these numbers."""
    checks = [check("loss", "loss"), *(check(id, "train") for id in EVERY[1:])]
    return key(checks, RIGHT, [known("wrong", targets, row(*train), EVERY)])


def points(
    made: AnswerKey, *train: Any, explained: tuple[str, ...] = EVERY, id: str = "wrong"
) -> list[float]:
    """Return the points of a program with a wrong loss and this training."""
    verdicts = judge(made, Observed(LOADED, row(*train)), Limits())
    return [one.points for one in follow_through(made, verdicts, [Diagnosis(id, "", "", explained)])]


def test_what_follows_costs_nothing():
    """A training that is right for its own wrong loss has its points; the loss has not."""
    assert points(train_key(7.0, 8.0, 9.0), 7.0, 8.0, 9.0) == [0, 1, 1, 1]


def test_a_check_that_does_not_fit_keeps_its_price():
    """Where one check of the task is wrong in its own way, none of them is given back."""
    made = train_key(7.0, 8.0, 9.0)
    assert points(made, 7.0, 8.0, 6.0, explained=("loss", "one", "two")) == [0, 0, 0, 0]


def test_checks_that_pass_stay_passed():
    """A check that the mistake does not reach passes by itself."""
    made = train_key(2.0, 8.0, 9.0)
    assert points(made, 2.0, 8.0, 9.0, explained=("loss", "two", "three")) == [0, 1, 1, 1]


@pytest.mark.parametrize("alike", [RAISED, np.nan, np.inf, Observation(Outcome.TIMED_OUT)])
def test_failing_alike_earns_nothing(alike: Any):
    """A training that raises or diverges as it would with the mistake need not be written at all."""
    assert points(train_key(alike, alike, alike), alike, alike, alike) == [0, 0, 0, 0]


def test_diverging_in_one_check_follows_with_the_others():
    """Where the other checks show that the training is right, the one that diverges is given back too."""
    assert points(train_key(7.0, np.nan, 9.0), 7.0, np.nan, 9.0) == [0, 1, 1, 1]


def test_a_mistake_does_not_excuse_its_own_task():
    """The checks of the task that holds the mistake cost what they are worth."""
    made = train_key(7.0, 8.0, 9.0, targets=("loss", "train"))
    assert points(made, 7.0, 8.0, 9.0) == [0, 0, 0, 0]


def test_a_general_relation_excuses_nothing():
    """Only a misconception of the page has a row to follow from."""
    assert points(train_key(7.0, 8.0, 9.0), 7.0, 8.0, 9.0, id="relation.scaled") == [0, 0, 0, 0]


def test_an_easy_check_pays_with_its_partner():
    """A check that a do-nothing program passes counts once the other one passes as well."""
    made = key([check("easy", pays_with="hard"), check("hard")], (seen(f=0.0), seen(f=3.0)))
    for got, expected in ((0.5, [0, 0]), (3.0, [1, 1])):
        verdicts = judge(made, Observed(LOADED, (seen(f=0.0), seen(f=got))), Limits())
        assert [verdict.points for verdict in verdicts] == expected
    assert verdicts[0].passed
