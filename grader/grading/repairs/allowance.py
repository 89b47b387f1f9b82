"""Run a program with changes on scenarios, as long as a submission's time for trying changes lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.grading.observer import Observer
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario

SECONDS = 10.0
"""Time for trying all changes to one submission; trying them takes a second or two."""


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
        self.left -= seen.load.seconds + sum(one.seconds for one in seen.row)
        return seen
