"""One slip costs once: what a recognised mistake does to the checks of other tasks is its own doing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from programs import check, diagnosed, key, known, seen

from grader.inside.observation import Error, Observation, Outcome
from grader.keys.key import AnswerKey, Mutant
from grader.numbers.equivalence import fingerprint

RIGHT = (seen(loss=[1.0, 2.0]), seen(train=2.0), seen(train=3.0), seen(train=4.0))
EVERY = ("loss", "one", "two", "three")
CHECKS = [check("loss", "loss"), *(check(id, "train") for id in EVERY[1:])]
RAISED = Observation(Outcome.RAISED, error=Error("TypeError", "x"))


def row(*train: Any) -> tuple[Observation, ...]:
    """Return what a program with a wrong loss gives on the loss and on three checks of its training."""
    return (
        seen(loss=[5.1, 6.2]),
        *(one if isinstance(one, Observation) else seen(train=one) for one in train),
    )


def with_page(*train: Any, targets: tuple[str, ...] = ("loss",)) -> AnswerKey:
    """Return a key whose page names a mistake in the loss, which does this to the training."""
    return key(CHECKS, RIGHT, [known("wrong", targets, row(*train), EVERY)])


def with_slip(*train: float, **other: Any) -> AnswerKey:
    """Return a key with a slip in the loss, which does this to the training."""
    reach = {id: fingerprint(seen(train=value)) for id, value in zip(EVERY[1:], train, strict=True)}
    slip = Mutant("squared", {}, "loss", {"loss": seen(loss=other.get("loss", [5.1, 6.2]))}, reach)
    return key(CHECKS, RIGHT, mutants=[slip])


def follows(made: AnswerKey, *train: Any) -> list[tuple[str, ...]]:
    """Return for each diagnosis of a program the checks that are given back."""
    return [found.follows for found in diagnosed(made, row(*train))]


@pytest.mark.parametrize("make", [with_page, with_slip], ids=("misconception", "slip"))
def test_what_follows_is_explained(make: Any):
    """A training that is right for its own wrong loss is no second mistake."""
    assert follows(make(7.0, 8.0, 9.0), 7.0, 8.0, 9.0) == [("one", "two", "three")]


@pytest.mark.parametrize("make", [with_page, with_slip], ids=("misconception", "slip"))
def test_a_check_that_does_not_fit_keeps_the_price(make: Any):
    """Where one check of the task is wrong in its own way, none of them is given back."""
    assert follows(make(7.0, 8.0, 9.0), 7.0, 8.0, 6.0)[0] == ()


def test_checks_that_pass_are_not_given_back():
    """A check that the mistake does not reach passes by itself."""
    assert follows(with_page(2.0, 8.0, 9.0), 2.0, 8.0, 9.0) == [("two", "three")]


@pytest.mark.parametrize("alike", [RAISED, np.nan, np.inf, Observation(Outcome.TIMED_OUT)])
def test_failing_alike_is_no_evidence(alike: Any):
    """A training that raises or diverges as it would with the mistake need not be written at all."""
    assert follows(with_page(alike, alike, alike), alike, alike, alike)[0] == ()


def test_diverging_in_one_check_follows_with_the_others():
    """Where the other checks show that the training is right, the one that diverges is given back too."""
    assert follows(with_page(7.0, np.nan, 9.0), 7.0, np.nan, 9.0) == [("one", "two", "three")]


def test_a_mistake_does_not_excuse_its_own_task():
    """The checks of the task that holds the mistake cost what they are worth."""
    assert follows(with_page(7.0, 8.0, 9.0, targets=("loss", "train")), 7.0, 8.0, 9.0) == [()]


def test_another_slip_excuses_nothing():
    """A slip that gives other numbers in its own task accounts for nothing elsewhere."""
    assert all(given == () for given in follows(with_slip(7.0, 8.0, 9.0, loss=[6.0, 7.0]), 7.0, 8.0, 9.0))


def test_whatever_is_said_of_it_a_slip_reaches_as_far():
    """A relation is the plainer sentence; the slip behind it still accounts for the training."""
    made = with_slip(7.0, 8.0, 9.0)
    (found,) = diagnosed(made, row(7.0, 8.0, 9.0))
    assert found.task == "loss"
    assert found.checks == EVERY
