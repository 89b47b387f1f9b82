"""A slow training is tried with as few rounds as show that it is wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from programs import check, key, seen

from grader.grading.comparison import Compared, hold
from grader.grading.repairs.search import quicker
from grader.grading.repairs.shortened import shortened
from grader.grading.repairs.task import Task
from grader.grading.repairs.verify import Probe
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario
from grader.keys.key import Bound, KeyCheck

RIGHT = [8.0, 4.0, 2.0, 1.0, 0.5, 0.25]


def training(losses: list[float], rounds: object = 6, label: str = "rounds") -> Compared:
    """Return a check of a training of six rounds beside what a program gave."""
    scenario = Scenario("returns", "train", (0.5, rounds), labels=("lr", label))
    check = KeyCheck("train", "six rounds", "train", (), 1.0, True, scenario, Bound(1e-8, 1e-4))
    expected = Observation(Outcome.RETURNED, {"w": np.array(0.1), "losses": np.array(RIGHT)})
    got = Observation(Outcome.RETURNED, {"w": np.array(0.2), "losses": np.array(losses)})
    return Compared(check, got, expected, None)


@pytest.mark.parametrize(("wrong", "count"), [(0, 2), (1, 2), (2, 3)])
def test_as_many_rounds_as_show_it(wrong: int, count: int) -> None:
    """The call has the rounds up to the first wrong loss, two at least, and its losses are the first ones."""
    short = shortened(training([value + (place >= wrong) for place, value in enumerate(RIGHT)]))
    assert short is not None
    assert short.check.scenario.args == (0.5, count)
    assert short.expected.values["losses"].tolist() == RIGHT[:count]
    assert list(short.got.values) == ["losses"]


def test_a_row_for_every_round() -> None:
    """What holds several numbers for each round is shortened as losses are."""
    one = training(RIGHT)
    rows = np.array([RIGHT, RIGHT]).T
    wrong = rows + np.arange(6)[:, None] // 2
    expected, got = (Observation(Outcome.RETURNED, {"outputs": array}) for array in (rows, wrong))
    short = shortened(Compared(one.check, got, expected, None))
    assert short is not None
    assert short.check.scenario.args == (0.5, 3)


@pytest.mark.parametrize(
    "one",
    [
        training(RIGHT),
        training([*RIGHT[:5], 9.0]),
        training(RIGHT[:3]),
        training([0.0] * 6, rounds=6.0),
        training([0.0] * 6, label="lr"),
    ],
)
def test_no_shorter_call(one: Compared) -> None:
    """There is none where the losses are right, or wrong late, or no list with one for each round."""
    assert shortened(one) is None


@pytest.mark.parametrize(
    ("seconds", "public", "quickest"),
    [((3.0, 2.0), True, 1), ((2.0, 3.0), True, None), ((3.0, 2.0), False, None)],
)
def test_another_check_that_takes_less_time(
    seconds: tuple[float, float], public: bool, quickest: int | None
) -> None:
    """Where no call can be shortened, changes are tried on the quickest public check that fails."""
    checks = [check("long", "f", public=True), check("short", "f", public=public)]
    wrong = tuple(replace(seen(v=9.0), seconds=one) for one in seconds)
    compared = hold(key(checks, (seen(v=1.5), seen(v=2.5))), wrong)
    task = Task(compared, "f", Program("", filename="f.py"), (), lambda *_: Observed(wrong[0], ()), set())
    found = quicker(Probe(task, compared.checks[0], 0))
    assert (found.index if found else None) == quickest
