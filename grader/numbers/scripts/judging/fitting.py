"""Hold steps beside slopes, and find the factor between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence, Parameter

TOLERANCE, SINGLE_TOLERANCE = 5e-4, 3e-2
"""How far a step may be off the slope, relative to the largest of its draw."""

KINK = 0.02
"""A difference whose two widths disagree by more lies on a kink and says nothing."""

NOISE = 10
"""So many times the tolerance most differences may be off; then the loss is too coarse there to say anything.

So it is where a logarithm is taken of 1 less a sigmoid that is all but 1."""

ROUNDING = 1e-9
"""What a difference may be off by rounding alone; a slope of 0 is seen no better."""

DUST = 1e-14
"""Share of the slope below which a step is what rounding leaves of none."""

SAME_FACTOR = 2e-3
"""How far two factors may be apart that count as one."""


@dataclass(frozen=True)
class Fit:
    """A parameter's steps against its slopes: the factor, whether it holds, and how many draws say so.

    ``silent`` says that the step is zero wherever the slope is not; ``blind`` that nothing can be told.
    """

    factor: float
    holds: bool
    draws: int
    silent: bool = False

    @property
    def blind(self) -> bool:
        """Whether no draw says anything."""
        return self.draws == 0


@np.errstate(all="ignore")  # numbers that a script makes up may be of any size
def fit(step: np.ndarray, slope: np.ndarray, error: np.ndarray, single: bool) -> Fit:
    """Return how steps relate to slopes, both with a row a draw."""
    tolerance = SINGLE_TOLERANCE if single else TOLERANCE
    rows = []
    for row in zip(step, slope, error, strict=True):
        moved, right, off = (numbers[np.isfinite(row[1])] for numbers in row)
        if is_noise(right, off, NOISE * tolerance):
            continue
        keep = np.isfinite(moved) & (
            off <= KINK * np.abs(right) + ROUNDING + KINK * 1e-3 * np.abs(right).max(initial=0.0)
        )
        moved, right, off = moved[keep], right[keep], off[keep]
        largest = np.abs(right).max(initial=0.0)
        if largest > 20 * off.max(initial=0.0) or np.abs(moved).max(initial=0.0) > 1e-12:
            rows.append((moved, right, off))
    if not rows:
        return Fit(1.0, True, 0)
    return of_rows(rows, tolerance)


def is_noise(right: np.ndarray, off: np.ndarray, most: float) -> bool:
    """Tell whether most of the slopes that count are off by more than a share of the largest."""
    size = np.abs(right)
    largest = size.max(initial=0.0)
    return largest > 0 and bool(np.median(off[size > 0.01 * largest]) > most * largest)


def of_rows(rows: list[tuple[np.ndarray, np.ndarray, np.ndarray]], tolerance: float) -> Fit:
    """Return the fit over draws that say something; every draw weighs the same."""
    above = below = 0.0
    for moved, right, _ in rows:
        size = np.abs(right).max(initial=0.0) or 1.0
        above += float(moved @ right) / size**2
        below += float(right @ right) / size**2
    factor = above / below if below else 0.0
    if all(
        np.abs(moved).max(initial=0.0) <= DUST * np.abs(right).max(initial=0.0) for moved, right, _ in rows
    ):
        return Fit(0.0, False, len(rows), silent=True)
    holds = factor != 0 and all(
        np.abs(moved - factor * right).max(initial=0.0)
        <= abs(factor) * (tolerance * np.abs(right).max(initial=0.0) + 5 * off.max(initial=0.0)) + 1e-14
        for moved, right, off in rows
    )
    return Fit(factor, holds, len(rows))


def of_parameter(evidence: Evidence, parameter: Parameter, loss: int, rate: np.ndarray | None = None) -> Fit:
    """Return how a parameter's steps relate to its slopes, in units of a rate if given."""
    step = parameter.step if rate is None else parameter.step / rate[:, None]
    return fit(step, parameter.slope[:, loss], parameter.error[:, loss], evidence.single)


def of_held(evidence: Evidence, parameter: Parameter, loss: int) -> Fit:
    """Return how a parameter's steps would relate to its slopes if the others had not moved before it."""
    if parameter.held_step is None:
        return Fit(1.0, True, 0)
    slope, error = parameter.slope[:, loss], parameter.error[:, loss]
    return fit(parameter.held_step, slope, error, evidence.single)


def equal(left: float, right: float, single: bool = False) -> bool:
    """Tell whether two factors count as one."""
    return abs(left - right) <= (SINGLE_TOLERANCE if single else SAME_FACTOR) * max(abs(left), abs(right))


def is_common(fits: Sequence[Fit], single: bool) -> bool:
    """Tell whether all parameters fit with one factor, and at least one says anything."""
    speaking = [one for one in fits if not one.blind]
    if not speaking or not all(one.holds for one in speaking):
        return False
    return all(equal(one.factor, speaking[0].factor, single) for one in speaking)


def is_along(evidence: Evidence, one: int, other: int) -> bool:
    """Tell whether at every draw the slopes of two losses differ by one positive factor."""
    for draw in range(len(evidence.items)):
        left = np.concatenate([parameter.slope[draw, one] for parameter in evidence.parameters])
        right = np.concatenate([parameter.slope[draw, other] for parameter in evidence.parameters])
        factor = float(left @ right) / (float(right @ right) or 1.0)
        if factor <= 0 or len(left) < 2 or np.abs(left - factor * right).max() > 1e-3 * np.abs(left).max():
            return False
    return True
