"""Let a script train for a while, and keep the losses of its rounds."""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside.scripts.absent import Bar
from grader.inside.scripts.predicting import predictions
from grader.inside.scripts.rewriting import hooks, instrument
from grader.inside.scripts.rewriting.loops import Loop, at
from grader.inside.scripts.rewriting.ranks import is_guess
from grader.inside.scripts.script import Finished, Script
from grader.inside.scripts.seen import Seen
from grader.inside.scripts.state.numeric import array_of, is_numeric
from grader.inside.scripts.state.recorded import Recorded
from grader.inside.scripts.state.rounds import Names
from grader.inside.scripts.state.slots import numbers_at, slots
from grader.inside.scripts.trials.reading import picks_entries

SECONDS, ROUNDS_AT_MOST, KEPT = 0.4, 200_000, 400
"""How long the training may run, how many rounds, and how many of its losses are kept."""

BAD_AT_MOST = 3
"""Losses that are not finite, after which the rest is known."""


@dataclass
class Training:
    """What the rewritten script calls while it trains: it counts rounds and ends the run in time."""

    label: str
    seconds: float = SECONDS
    picks: bool = False
    losses: list[float] = field(default_factory=list)
    walks: list[int] = field(default_factory=list)
    of_samples: bool = False
    recorded: Recorded = field(default_factory=Recorded)
    rounds: int = 0
    stopped: bool = False
    until: float = float("inf")
    names: Mapping[str, Any] = field(default_factory=dict)

    def walk(self, items: Any) -> Any:
        """Note that the loop begins once more; hand on what it goes over: numbers of rounds, or samples."""
        self.walks.append(len(self.losses))
        counts = isinstance(items.items if isinstance(items, Bar) else items, range | itertools.count)
        self.of_samples = self.picks or not counts
        return items

    def means(self) -> list[float]:
        """Return the mean loss of each whole walk over the samples, none where rounds are of no samples."""
        ends = [*self.walks[1:], *([] if self.stopped else [len(self.losses)])]
        parts = [self.losses[start:end] for start, end in zip(self.walks, ends, strict=False)]
        # A sum of what is just finite would not be.
        return (
            [float(np.sum(np.array(part) / len(part))) for part in parts if part] if self.of_samples else []
        )

    def round(self, names: Mapping[str, Any]) -> None:
        """Note the loss of a round that just ended.

        Raises:
            Finished: the time is up, or the loss left the finite numbers.
        """
        if sys.exc_info()[0] is not None:
            return
        self.rounds += 1
        self.names = names
        if self.rounds == 1:
            self.until = time.process_time() + self.seconds
        value = self.loss(names)
        self.recorded = Recorded()
        if value is not None:
            self.losses.append(value)
        bad = len(self.losses) > BAD_AT_MOST and not np.isfinite(self.losses[-BAD_AT_MOST:]).any()
        if bad or time.process_time() > self.until or self.rounds >= ROUNDS_AT_MOST:
            self.stopped = True
            raise Finished

    def loss(self, names: Mapping[str, Any]) -> float | None:
        """Return the loss of this round, None where it shows none."""
        seen = self.recorded
        if self.label.startswith("backward"):
            value = seen.of_backward().get(self.label)
            return None if value is None else float(value)
        if self.label in seen.values:
            return seen.total[self.label] if is_guess(self.label) else float(seen.values[self.label].sum())
        value = names.get(self.label.partition(":")[2])
        if self.label.startswith("list:") and isinstance(value, list) and value:
            value = value[-1]
        return float(array_of(value).sum()) if value is not None and is_numeric(value) else None


def train(
    script: Script,
    loop: Loop,
    label: str,
    wanted: Sequence[str] = (),
    seconds: float = 0.0,
    inputs: Sequence[np.ndarray] = (),
) -> dict[str, np.ndarray]:
    """Let the script train for a while; return its losses, thinned out, and the number of rounds.

    ``wanted`` names parameters whose last values are returned too, ``seconds`` how long it may take, and
    ``inputs`` are samples for which its own functions are asked for predictions at the end.
    """
    node = at(script.tree(), loop.place)
    training = Training(label, seconds or SECONDS, picks_entries(node))
    script.recorded = lambda: training.recorded
    calls = {
        hooks.ROUND: training.round,
        hooks.WALK: training.walk,
        hooks.AFTER: lambda line: None,
        hooks.VALUE: lambda label, value: training.recorded.value(label, value),
        hooks.DIFFERENCE: lambda text, left, right: training.recorded.difference(text, left, right),
        hooks.COMPARE: lambda value, bound: training.recorded.compare(value, bound),
        hooks.GUARD: lambda line, sign, value, bound: training.recorded.guard(line, sign, value, bound),
    }
    space, seen = script.space(calls), Seen()
    script.execute(instrument.count_rounds(script.tree(), loop.place), space, seen)
    curve, means = np.array(training.losses), training.means()
    predicted = {
        f"run.predicted.{place}.{name}": answer
        for place, samples in enumerate(inputs if not training.stopped else ())
        for name, answer in predictions({**space, **training.names}, samples).items()
    }
    return {
        **predicted,
        **last_values(Names(space, lambda: dict(training.names), lambda names: None), wanted),
        "run.losses": thin(curve),
        "run.walks": thin(np.array(means)),
        "run.walked": np.asarray(len(means)),
        "run.of_samples": np.asarray(training.of_samples),
        "run.rounds": np.asarray(training.rounds),
        "run.count": np.asarray(len(curve)),
        "run.stopped": np.asarray(float(training.stopped)),
        "run.failed": np.asarray(seen.fault is not None),
        "run.spent": np.asarray(time.process_time()),
        "run.first_bad": np.asarray(first_bad(curve)),
    }


def last_values(scope: Names, wanted: Sequence[str]) -> dict[str, np.ndarray]:
    """Return what some parameters hold at the end, by their places in the list."""
    by_name = {str(slot): slot for slot in slots(scope)} if wanted else {}
    found = {place: numbers_at(by_name[name], scope) for place, name in enumerate(wanted) if name in by_name}
    return {f"run.final.{place}": array for place, array in found.items() if array is not None}


def thin(curve: np.ndarray) -> np.ndarray:
    """Return at most so many numbers of a curve, the last one among them."""
    if len(curve) <= KEPT:
        return curve
    return np.asarray(curve[np.linspace(0, len(curve) - 1, KEPT).astype(int)])


def first_bad(curve: np.ndarray) -> int:
    """Return the round (from 1) whose loss is first not finite, 0 for none."""
    bad = np.flatnonzero(~np.isfinite(curve))
    return int(bad[0]) + 1 if len(bad) else 0
