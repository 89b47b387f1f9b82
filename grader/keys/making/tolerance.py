"""Measure how near is near enough: from the scatter of right answers and the nearest wrong one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from grader.inside.observation import INTERMEDIATE, Observation, Outcome, Scenario
from grader.inside.values import map_arrays
from grader.numbers.compare import Bound, distance, graded, is_single, largest

LOOSEST = {"double": 1e-6, "single": 1e-3}
"""Relative tolerances above which no measurement goes, however far the nearest mistake is."""

ROUNDING = {"double": float(np.finfo(np.float64).eps), "single": float(np.finfo(np.float32).eps)}

MARGIN = 10.0
"""A tolerance keeps this factor from the scatter below it and from the nearest mistake above it."""

SAME = 100.0
"""A wrong program within this many scatters of the reference is taken to agree with it on a check."""


@dataclass(frozen=True)
class Margins:
    """What a tolerance stands between, in units of the check's scale."""

    scatter: float
    nearest: float
    tolerance: float

    @property
    def separated(self) -> bool:
        """Whether there is a factor of ten on both sides."""
        return self.scatter * MARGIN <= self.tolerance <= self.nearest / MARGIN


@dataclass(frozen=True)
class CheckMargins:
    """One check's scales, and its tolerances with what they stand between."""

    sizes: Mapping[str, float]
    double: Margins
    single: Margins

    @property
    def bound(self) -> Bound:
        """The part that grading needs."""
        return Bound(self.double.tolerance, self.single.tolerance, self.sizes)


def moved(scenario: Scenario, by: float = 0.1, seed: int = 1) -> Scenario:
    """Return a scenario with every float input moved by up to that fraction of itself."""
    rng = np.random.default_rng(seed)

    def move(array: np.ndarray) -> np.ndarray:
        if array.dtype.kind != "f":
            return array
        return array * (1 + by * rng.uniform(-1, 1, array.shape))

    return replace(scenario, args=tuple(map_arrays(move, argument) for argument in scenario.args))


def nudged(scenario: Scenario, seed: int = 2) -> Scenario:
    """Return a scenario with every float input moved by one unit in its last place."""
    rng = np.random.default_rng(seed)

    def nudge(array: np.ndarray) -> np.ndarray:
        if array.dtype.kind != "f":
            return array
        return np.asarray(np.nextafter(array, np.where(rng.random(array.shape) < 0.5, -np.inf, np.inf)))

    return replace(scenario, args=tuple(map_arrays(nudge, argument) for argument in scenario.args))


def scales(reference: Observation, neighbour: Observation) -> dict[str, float]:
    """Return the size of each value: its own, or the one it takes on slightly other inputs.

    A gradient that vanishes at the optimum gets the size of its terms from the neighbour.
    """
    intermediates = [name for name in reference.values if name.startswith(INTERMEDIATE)]
    found = {name: largest(reference.values[name]) for name in (*graded(reference), *intermediates)}
    if neighbour.outcome is Outcome.RETURNED:
        # A training that is moved may diverge; a neighbour more than ten times as large tells no scale.
        near = {name: largest(neighbour.values.get(name, np.zeros(0))) for name in found}
        found = {
            name: max(own, near[name] if own == 0 else min(near[name], 10 * own))
            for name, own in found.items()
        }
    # What is 0 there too, such as a cleared buffer, is measured against the values it stands beside.
    beside = max(found.values(), default=0.0) or 1.0
    return {name: size or beside for name, size in found.items()}


def measure(
    reference: Observation,
    right: Iterable[Observation],
    wrong: Iterable[Observation],
    sizes: dict[str, float],
    precision: str,
    written: float | None = None,
) -> Margins:
    """Return the tolerance of one precision with what it stands between.

    ``right`` are the observations of right programs in that precision, ``wrong`` those of all
    misconceptions. A tolerance that the author wrote is taken as it is.
    """
    bound = Bound(0.0, 0.0, sizes)
    gaps = [distance(seen, reference, bound) for seen in right]
    # A "right" program that is a hundredth off is not scatter but wrong; `prove` reports it as failing.
    scatter = max([ROUNDING[precision], *(gap for gap in gaps if gap < 0.01)])
    mistakes = [distance(seen, reference, bound) for seen in wrong]
    nearest = min((gap for gap in mistakes if gap > SAME * scatter), default=math.inf)
    middle = math.sqrt(scatter * min(nearest, 1.0))
    measured = min(max(middle, MARGIN * scatter), max(LOOSEST[precision], MARGIN * scatter))
    return Margins(scatter, nearest, measured if written is None else written)


def of_marks(task: str) -> CheckMargins:
    """Return what tells the marks apart that stand for predicted numbers: all of them are whole."""
    whole = Margins(0.0, 1.0, 1e-9)
    return CheckMargins({task: 1.0}, whole, whole)


def split(observations: Sequence[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Part observations of right programs into those in double and those in single precision."""
    single = [seen for seen in observations if is_single(seen)]
    return [seen for seen in observations if not is_single(seen)], single
