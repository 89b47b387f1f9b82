"""Changes are tried as long as the time for it lasts, whatever the program makes of being tried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
import pytest
from programs import asked

from grader.grading.repairs.allowance import HOLDS, Allowance, may_change, spent
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario, Tier

TEXT = "def f(x):\n    return x\n"


class Slow:
    """An observer under which loading and every call take some seconds; it notes the totals it was given."""

    def __init__(self, load: float, call: float) -> None:
        """Begin with no notes."""
        self.load, self.call = load, call
        self.totals: list[float] = []

    def observe(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, *, total: float = 0.0
    ) -> Observed:
        """Say that everything returned after its time."""
        self.totals.append(total)
        loaded = Observation(Outcome.RETURNED, seconds=self.load)
        return Observed(
            loaded, tuple(Observation(Outcome.RETURNED, seconds=self.call) for _ in scenarios), ()
        )


@pytest.mark.parametrize(("load", "call", "totals"), [(0.5, 1.0, [6, 3.5, 1.0]), (9, 0, [6]), (0, 3, [6])])
def test_what_was_taken_is_gone(load: float, call: float, totals: list[float]) -> None:
    """Each trial is given what the ones before it left, loading included; none is begun with nothing."""
    observer = Slow(load, call)
    allowance = Allowance(observer, "numpy", 6.0)
    for _ in range(5):
        allowance.run(Program(TEXT), [asked("f", 1.0), asked("f", 2.0)])
    assert observer.totals == totals


def test_a_trial_without_time_gives_nothing() -> None:
    """There is an observation for every scenario, and no number in any of them."""
    seen = Allowance(Slow(0, 0), "numpy", 0.0).run(Program(TEXT), [asked("f", 1.0)] * 3)
    assert [one.outcome for one in seen.row] == [Outcome.TIMED_OUT] * 3


@pytest.mark.parametrize(
    ("told", "clock", "taken"),
    [
        (0.5, 1.2, 0.5),
        (0.1, 3.0, 1.0),
        (2.0, 1.0, 2.0),
        (-1.0, 1.0, 1.0),
        (99.0, 1.0, 1.0),
        (np.nan, 1.0, 1.0),
    ],
)
def test_time_is_processor_time(told: float, clock: float, taken: float) -> None:
    """What counts is the processor time that a trial tells of, a third of the clock at least."""
    row = (Observation(Outcome.RETURNED, {"spent": np.array(told)}, seconds=clock),)
    assert spent(Observed(Observation(Outcome.RETURNED), row)) == pytest.approx(taken)


FORKS = "import os\n\ndef f(x):\n    if os.fork() == 0:\n        os._exit(0)\n    return x\n"


@pytest.mark.parametrize("tier", get_args(Tier))
def test_a_program_that_acts_is_changed_only_where_it_is_held(tier: Tier) -> None:
    """With ``!=`` for ``==`` it would make processes without end, which nobody wrote."""
    seen = Observed(Observation(Outcome.RETURNED), (), (), tier)
    assert may_change(Program(FORKS), seen) == (tier in HOLDS)
    assert may_change(Program(TEXT), seen)


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (Observation(Outcome.RAISED), TEXT),
        (Observation(Outcome.RETURNED, seconds=1.5), TEXT),
        (Observation(Outcome.RETURNED), TEXT + "#" * 200_000),
    ],
    ids=["stops", "slow", "long"],
)
def test_what_does_not_load_soon_is_not_changed(load: Observation, text: str) -> None:
    """A file that stops, loads slowly or is very long is run once, and no more."""
    assert not may_change(Program(text), Observed(load, (), (), "namespaces"))
