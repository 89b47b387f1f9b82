"""Hold a whole submission to a total of processor time, however many calls it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from grader.inside.observation import Error, Limits, Observation, Outcome, Source

TOTAL_SECONDS = 30.0
"""Processor time of a submission, the loading of its file and all calls together."""

CALLS = 6
"""How many calls may take all the time of one before the total is used up, where calls may take long."""

PATIENCE = 4.0
"""How many times its processor time a call may take on the clock: a process that shares its core with three
others gets there in time. It ends what only sleeps, and what switched the child's own limit off."""

LEAST = 0.05
"""Seconds with which a call is not begun any more."""


def total(limits: Limits, asked: float = 0.0) -> float:
    """Return a submission's seconds: those that are asked for, else enough for some of its longest calls."""
    return asked or max(TOTAL_SECONDS, CALLS * limits.call, limits.load + limits.call)


@dataclass
class Budget:
    """A submission's processor time in seconds, and what is left of it."""

    total: float
    left: float

    def allows(self, limit: float) -> float:
        """Return the seconds that a call may take, 0 where hardly any are left."""
        return min(limit, self.left) if self.left > LEAST else 0.0

    def charge(self, worked: float | None, clock: float, allowed: float) -> None:
        """Take off what a call worked; where nobody can tell any more, what it took on the clock.

        Time on the clock counts in any case, but little: what only sleeps comes to an end, too.
        """
        self.left -= min(allowed, clock) if worked is None else max(worked, clock / PATIENCE)

    def ran_out(self) -> Observation:
        """Return what is said of a call for which there was no time."""
        error = Error("Total", f"{self.total:g}", source=Source.PROCESS)
        return Observation(Outcome.TIMED_OUT, error=error)
