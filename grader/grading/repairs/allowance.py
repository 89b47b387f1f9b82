"""Run a program with changes on scenarios, as long as a submission's time for trying changes lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.grading.observer import Observer
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario

SECONDS = 8.0
"""Time for trying all changes to one submission; trying them takes a second or two."""

PATIENCE = 3.0
"""How much longer than a run's own account of its processor time it may take on the clock."""


@dataclass
class Allowance:
    """The time that is left for trying changes to one submission, and where they are tried.

    A program may know that it is being tried: one that wastes the time has no change found.
    """

    sandbox: Observer
    profile: str
    left: float = SECONDS

    def run(self, program: Program, scenarios: Sequence[Scenario]) -> Observed:
        """Return what happened; where no time is left, that every call ran out of it."""
        if self.left <= 0:
            over = Observation(Outcome.TIMED_OUT)
            return Observed(over, tuple(over for _ in scenarios))
        seen = self.sandbox.observe(program, scenarios, self.profile, total=self.left)
        self.left -= spent(seen)
        return seen


def spent(seen: Observed) -> float:
    """Return the processor time that a run took by its own account, and a part of that on the clock at least.

    On a busy machine the clock runs on while others work. What a program makes of its account costs it
    some of the time that it has, and nobody else more than ``PATIENCE`` times that.
    """
    clock = seen.load.seconds + sum(one.seconds for one in seen.row)
    told = [float(one.values["spent"]) for one in seen.row if is_time(one.values.get("spent"))]
    return max(clock / PATIENCE, max(told)) if len(told) == len(seen.row) > 0 else clock


def is_time(value: np.ndarray | None) -> bool:
    """Tell whether a value is a time; it may be anything."""
    return value is not None and value.ndim == 0 and value.dtype.kind == "f" and 0 <= float(value) < SECONDS
