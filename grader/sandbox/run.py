"""One program in one server: have it load, have it run scenarios, and say what became of it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from grader.inside.observation import Error, Limits, Observation, Outcome, Program, Scenario, Source
from grader.sandbox.budget import Budget, total
from grader.sandbox.child import Child
from grader.sandbox.spawn import Spawner

if TYPE_CHECKING:  # it is for Linux alone
    from grader.sandbox.fork_server import Server

END_SECONDS = 1.0
"""How long a process may take from closing its pipe to its end."""

FATAL = frozenset({Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED})
"""After these the process is not trusted with the next check."""

BY_SIGNAL: Mapping[int, Outcome] = {
    getattr(signal, name): outcome
    for name, outcome in (
        ("SIGPROF", Outcome.TIMED_OUT),
        ("SIGXCPU", Outcome.TIMED_OUT),
        ("SIGKILL", Outcome.OUT_OF_MEMORY),
    )
    if hasattr(signal, name)  # Windows has none of them
}
"""What a signal that we did not send means: a call's or the whole processor limit, or too little memory."""


class Run:
    """One program in one server, in as many children as it wears out."""

    def __init__(
        self, server: Server | Spawner, program: Program, limits: Limits, ahead: bool, asked: float
    ) -> None:
        """Start with no child."""
        self.server, self.program, self.limits, self.ahead = server, program, limits, ahead
        self.budget = Budget(total(limits, asked), total(limits, asked))
        self.child: Child | None = None
        self.broken: Observation | None = None

    def __enter__(self) -> Run:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End the child, then fork the next program's ahead."""
        if self.child is not None:
            self.server.end(self.child)
            self.child = None
        if self.ahead and fault[0] is None:
            self.server.fork_ahead()

    def load(self) -> Observation:
        """Run the program's text in a fresh child."""
        seen = self.timed(self.program, self.limits.load)
        self.broken = None if seen.outcome is Outcome.RETURNED else seen
        return seen

    def ask(self, scenario: Scenario) -> Observation:
        """Run one scenario, in a fresh child where the last one is gone.

        A program that does not load a second time is not tried a third.
        """
        if self.child is None and self.broken is None:
            self.load()
        if self.broken is not None:
            return self.broken
        return self.timed(scenario, self.limits.call)

    def timed(self, message: Program | Scenario, limit: float) -> Observation:
        """Have a child answer within its limit, and within what is left of the submission's total."""
        allowed = self.budget.allows(limit)
        if not allowed:
            return self.budget.ran_out()
        child = self.child = self.child or self.server.child()
        before, started = child.life.worked(), time.monotonic()
        seen = child.ask(message, allowed)
        after, clock = child.life.worked(), time.monotonic() - started
        worked = None if before is None or after is None else after - before
        settled = self.settle(seen, allowed, clock)
        stopped = settled.outcome is Outcome.TIMED_OUT
        # What was stopped at its limit has used it up, however coarsely its time was read.
        self.budget.charge(allowed if stopped else worked, clock, allowed)
        return self.budget.ran_out() if stopped and allowed < limit else settled

    def settle(self, seen: Observation | None, limit: float, clock: float) -> Observation:
        """Turn the end of a child into an outcome, and drop a child that is not to be trusted further.

        One that was asked ``clock`` seconds ago, and so cannot have worked for its limit, sent itself the
        signal that says so.
        """
        if seen is not None and seen.outcome not in FATAL:
            return seen
        assert self.child is not None
        child, self.child = self.child, None
        # A program can close its pipe and live on; waiting for such a process would never end.
        ended = seen is not None or child.life.ends_within(END_SECONDS)
        status = self.server.end(child)
        if seen is not None:
            return seen
        if not ended:
            return Observation(Outcome.CRASHED, error=Error("Pipe", "it was closed", source=Source.PROCESS))
        outcome = fate(status)
        if outcome is Outcome.TIMED_OUT and clock * (os.cpu_count() or 1) < limit / 2:
            outcome = Outcome.CRASHED
        seconds = limit if outcome is Outcome.TIMED_OUT else 0.0
        return Observation(outcome, error=describe(status), seconds=seconds)


SIGNALLED = 0x7F
"""The bits of a wait status that hold the signal of which a process died; the exit code stands above them."""


def fate(status: int) -> Outcome:
    """Return the outcome that a wait status means for the student."""
    return BY_SIGNAL.get(status & SIGNALLED, Outcome.CRASHED)


def describe(status: int) -> Error:
    """Say how a process ended."""
    number = status & SIGNALLED
    if number:
        name = signal.Signals(number).name if number in known_signals() else f"signal {number}"
        return Error("Signal", name, source=Source.PROCESS)
    return Error("Exit", str(status >> 8), source=Source.PROCESS)


def known_signals() -> frozenset[int]:
    """Return the signals that have names; the real-time ones between the first and the last have none."""
    return frozenset(int(one) for one in signal.Signals)
