"""Turn values into positions along an axis, and choose the ticks beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

FAR = 100.0
"""Positive values whose largest is this many times the smallest are drawn on a logarithmic axis."""

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Scale:
    """An axis from ``low`` to ``high``; on a logarithmic one these are exponents of ten.

    ``step`` is the distance of its ticks, 0 where no round one exists.
    """

    low: float
    high: float
    step: float = 0.0
    log: bool = False

    @property
    def span(self) -> float:
        """How much the axis holds."""
        return self.high - self.low

    def place(self, value: float) -> float:
        """Return where a finite value lies, 0 at the lower end and 1 at the upper."""
        at = math.log10(value) if self.log else value
        # Dividing first keeps both the largest and the smallest floats from overflowing.
        size = max(abs(self.low), abs(self.high))
        low, high = self.low / size, self.high / size
        return min(max((at / size - low) / (high - low), 0.0), 1.0)


@dataclass(frozen=True)
class Tick:
    """A labelled place on an axis, from 0 to 1."""

    at: float
    label: str


def scale(values: Sequence[float], log: bool = True) -> Scale:
    """Return the axis that holds these values; a linear one always holds zero as well."""
    finite = [value for value in values if math.isfinite(value)]
    if log and finite and min(finite) > 0 and max(finite) / FAR > min(finite):
        low, high = math.floor(math.log10(min(finite))), math.ceil(math.log10(max(finite)))
        return Scale(low, high, math.ceil((high - low) / 6), log=True)
    return _linear(min([0.0, *finite]), max([0.0, *finite]))


def around(values: Sequence[float]) -> Scale:
    """Return the linear axis that holds these finite values and little else."""
    low, high = min(values), max(values)
    return _linear(low, high) if low < high else _linear(low - 1, low + 1)


def ticks(axis: Scale) -> tuple[Tick, ...]:
    """Return at most eight round values along the axis."""
    if axis.step == 0.0:
        return tuple(Tick(axis.place(value), f"{value:.3g}") for value in sorted({axis.low, 0.0, axis.high}))
    steps = range(math.ceil(axis.low / axis.step - 1e-6), math.floor(axis.high / axis.step + 1e-6) + 1)
    if axis.log:
        exponents = [int(k * axis.step) for k in steps]
        length = axis.high - axis.low
        return tuple(Tick((k - axis.low) / length, f"10{str(k).translate(SUPERSCRIPTS)}") for k in exponents)
    return tuple(Tick(axis.place(k * axis.step), f"{k * axis.step:.6g}") for k in steps)


def epochs(count: int) -> tuple[int, ...]:
    """Return the epochs to label: the first, and round ones up to the last."""
    if count <= 12:
        return tuple(range(1, count + 1))
    every = next(
        size * 10**power for power in range(20) for size in (1, 2, 5) if count <= 6 * size * 10**power
    )
    return (1, *range(every, count + 1, every))


def _linear(low: float, high: float) -> Scale:
    """Return a linear axis that ends at round values, where the numbers are of a size that has them."""
    span = high - low
    if span == 0.0:
        return Scale(0.0, 1.0, 0.5)
    if not 1e-290 < span < 1e290:
        return Scale(low, high)
    power = 10.0 ** math.floor(math.log10(span / 4))
    step = next(size * power for size in (1, 2, 5, 10) if span / (size * power) <= 6)
    return Scale(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)
