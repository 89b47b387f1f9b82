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
    """An axis from ``low`` to ``high``; on a logarithmic one these are exponents of ten."""

    low: float
    high: float
    log: bool = False

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
        return Scale(math.floor(math.log10(min(finite))), math.ceil(math.log10(max(finite))), log=True)
    low, high = min([0.0, *finite]), max([0.0, *finite])
    if low == high:
        return Scale(0.0, 1.0)
    step = _step(low, high)
    if step == 0.0:
        return Scale(low, high)
    return Scale(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step)


def ticks(axis: Scale) -> tuple[Tick, ...]:
    """Return at most seven round values along the axis."""
    if axis.log:
        low, high = int(axis.low), int(axis.high)
        every = math.ceil((high - low) / 6)
        exponents = range(low, high + 1, every)
        return tuple(Tick((k - low) / (high - low), f"10{str(k).translate(SUPERSCRIPTS)}") for k in exponents)
    step = _step(axis.low, axis.high)
    if step == 0.0:
        return tuple(Tick(axis.place(v), f"{v:.3g}") for v in sorted({axis.low, 0.0, axis.high}))
    first, last = round(axis.low / step), round(axis.high / step)
    return tuple(Tick(axis.place(k * step), f"{k * step:.6g}") for k in range(first, last + 1))


def epochs(count: int) -> tuple[int, ...]:
    """Return the epochs to label: the first, and round ones up to the last."""
    if count <= 10:
        return tuple(range(1, count + 1))
    every = next(
        size * 10**power for power in range(20) for size in (1, 2, 5) if count <= 6 * size * 10**power
    )
    return (1, *range(every, count + 1, every))


def _step(low: float, high: float) -> float:
    """Return a round distance between ticks, 0 where the axis is too long or too short for one."""
    span = high - low
    if not 1e-290 < span < 1e290:
        return 0.0
    power = 10.0 ** math.floor(math.log10(span / 4))
    return next(size * power for size in (1, 2, 5, 10) if span / (size * power) <= 5)
