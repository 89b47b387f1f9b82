"""Find a change after which all numbers are the right ones times one factor: half of two mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

import numpy as np

from grader.grading.repairs.experiment import Active, Trial
from grader.numbers.relations.case import quantities

CONSTANTS: Mapping[str, float] = {"2": 2.0, "½": 0.5, "−1": -1.0, "−2": -2.0, "−½": -0.5, "4": 4.0, "¼": 0.25}
"""Factors that a forgotten square, sign or half leaves."""

LEAST_NUMBERS = 3
"""Numbers other than 0 that a factor must explain."""


def factors(trial: Trial) -> Iterator[tuple[str, float]]:
    """Yield the factors that a check may be off by, by their names."""
    yield from CONSTANTS.items()
    samples = quantities(trial.check.scenario).get("n", 0.0)
    if samples:
        yield from (("n", samples), ("1/n", 1 / samples), ("n/2", samples / 2), ("2/n", 2 / samples))


Factors = Mapping[Active, frozenset[str]]
"""The names of the factors by which all numbers are off, for each set of changes."""


def fitting(trial: Trial) -> Factors:
    """Return the names of the factors by which all numbers of a check are off, for each set of changes."""
    found: dict[Active, frozenset[str]] = dict.fromkeys(trial.rows, frozenset())
    for name, factor in factors(trial):
        fits = np.all(trial.is_right(factor), axis=1)
        found |= {active: found[active] | {name} for active in compress(trial.rows, fits.tolist())}
    return found


def common_factor(trials: Sequence[Trial], fits: Sequence[Factors], active: Active) -> str:
    """Return the factor that some changes leave in every check, empty where there is none."""
    numbers = sum(int(np.count_nonzero(array)) for one in trials for array in one.expected.values())
    names = frozenset[str].intersection(*(one.get(active, frozenset()) for one in fits))
    return min(names, key=lambda name: (len(name), name)) if names and numbers >= LEAST_NUMBERS else ""
