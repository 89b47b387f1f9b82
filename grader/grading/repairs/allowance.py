"""Run a program with changes on scenarios, as long as a submission's time for trying changes lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.grading.observer import Observer
from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario
from grader.keys.code import read_code

SECONDS = 8.0
"""Time for trying all changes to one submission; trying them takes a second or two."""

PATIENCE = 3.0
"""How much longer than a run's own account of its processor time it may take on the clock."""


HASTE = 1.0
"""A program that takes this many seconds to load is not loaded again to try changes."""

TEXT_AT_MOST = 200_000
"""Characters of a program from which on no change is tried; a notebook of homework has a tenth of them."""

ACTING = frozenset(
    {"os", "shutil", "subprocess", "multiprocessing", "threading", "pathlib", "socket", "signal", "ctypes"}
    | {"importlib", "open", "exec", "eval", "compile", "__import__"}
)
"""Names by which a program may act on its machine."""

HOLDS = ("namespaces", "kernel-only")
"""Tiers in which no program acts on its machine, whatever it names."""


def may_change(program: Program, seen: Observed) -> bool:
    """Tell whether changes to a program may be tried: it loads soon, and none of them does any harm.

    ``if pid == 0: exit()`` with another condition makes processes without end: nobody wrote that, and
    where nothing holds a program it must not be run.
    """
    soon = seen.load.outcome is Outcome.RETURNED and seen.load.seconds <= HASTE
    held = seen.tier in HOLDS or not read_code(program.text).mentions(ACTING)
    return soon and held and len(program.text) <= TEXT_AT_MOST


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
