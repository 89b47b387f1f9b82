"""Say what a constant factor between step and slope may come from: a number of samples, a 2, a rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from grader.inside.scripts.rewriting.syntax import BEHIND
from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.judging.fitting import equal

COUNT = re.compile(r"^(self\.)?(n|m|N|M|batch|(batch|mini|sample)?_?size|n_?samples|num_?samples)$")
"""Names that people give to a number of samples."""


def candidates(sizes: Iterable[int], rate: float) -> Iterator[tuple[float, str, int]]:
    """Yield factors that people get by mistake: the factor, the mistake's id, the number in it."""
    yield 2.0, "twice", 0
    yield 0.5, "half", 0
    yield -1.0, "uphill", 0
    yield from ((float(size), "summed", size) for size in sizes)
    yield from ((1.0 / size, "averaged_twice", size) for size in sizes)
    yield rate, "rate_twice", 0
    for size in sizes:
        yield from ((2.0 * size, "summed_twice", size), (size / 2.0, "summed_half", size))
        yield from ((2.0 / size, "averaged", size), (0.5 / size, "averaged_half", size))
    yield from ((4.0, "four_times", 0), (0.25, "quarter", 0), (-2.0, "uphill", 0), (-0.5, "uphill", 0))


def named(factor: float, sizes: Iterable[int], rate: float, single: bool) -> tuple[str, int]:
    """Return the mistake that gives a factor and the number in it; "" where none is known."""
    for value, mistake, size in candidates(tuple(sizes), rate):
        if equal(factor, value, single):
            return mistake, size
    return "", 0


def rate_of(parameter: Parameter, factor: float, single: bool) -> tuple[str, float | None]:
    """Return the name of the rate of a parameter's step, and the factor in units of it.

    Where several numbers stand in the statement and none is the factor, nobody knows which is the rate.
    """
    known = rates(parameter)
    for name, value in known.items():
        if equal(factor, value, single):
            return name.partition(BEHIND)[0], 1.0
    plain = {name: value for name, value in known.items() if " / " not in name and BEHIND not in name}
    if len(set(plain.values())) == 1:
        name, value = next(iter(plain.items()))
        return name, factor / value
    return "", None


def is_natural(left: float, counts: Iterable[int], single: bool) -> bool:
    """Tell whether a step is so many times its rate as that of a sum, a mean, or half or twice of these.

    A difference that stands in several gradients is added up as often, here up to three times.
    """
    numbers = {number / times for number in (0.5, 1.0, 2.0) for times in (1, 2, 3)}
    wanted = (number / count for count in {1, *counts} - {0} for number in numbers)
    return any(equal(left, value, single) for value in wanted)


def rates(parameter: Parameter) -> dict[str, float]:
    """Return the numbers in the statement that moves a parameter, those that are the same at every draw."""
    found = {}
    for name, values in parameter.rates.items():
        seen = values[np.isfinite(values)]
        if len(seen) and seen[0] and np.ptp(seen) == 0:
            found[name] = float(seen[0])
    return found


def sizes(evidence: Evidence) -> tuple[int, ...]:
    """Return the sizes that may be a number of samples or of outputs, 2 included where it is one."""
    named = (array.item() for name, array in evidence.data.items() if array.size == 1 and COUNT.search(name))
    counts = {int(count) for count in named if count > 1 and count % 1 == 0}
    return (*(size for size in evidence.sizes if size > 1), *sorted(counts - {*evidence.sizes}))
