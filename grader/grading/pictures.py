"""Choose what of the public checks is worth drawing, and put its numbers side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from grader.grading.comparison import Comparison
from grader.grading.verdict import Picture
from grader.inside.observation import Leaf, Observation, Outcome
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded


def pictures(compared: Comparison) -> Iterator[Picture]:
    """Yield what of the public checks is worth drawing: loss curves, and gradients of several entries."""
    for one in compared.checks:
        check, got, expected = one.check, one.got, one.expected
        if not check.public or got.outcome is not Outcome.RETURNED:
            continue
        names = (check.curve,) if check.curve else tuple(graded(expected))
        if not all(name in got.values for name in names):
            continue
        mine, right = flat(names, got), flat(names, expected)
        if check.along:
            along, data = numbers(check, check.along), numbers(check, check.data)
            yield Picture("fit", check.id, check.title, names, mine, right, along, data)
        elif check.curve:
            yield Picture("curve", check.id, check.title, names, mine, right)
        elif check.scenario.kind == "gradients" and len(right) == len(mine) > 1:
            yield Picture("bars", check.id, check.title, entry_names(names, expected), mine, right)


def numbers(check: KeyCheck, label: str) -> tuple[float, ...]:
    """Return the numbers of one of a check's inputs, none where it has no such input."""
    inputs = dict(zip(check.scenario.labels, check.scenario.args, strict=True))
    found = inputs.get(label, ())
    return tuple(float(number) for number in np.ravel(found.value if isinstance(found, Leaf) else found))


def flat(names: Sequence[str], seen: Observation) -> tuple[float, ...]:
    """Return the entries of the named values, one after the other."""
    return tuple(float(number) for name in names for number in seen.values[name].real.ravel())


def entry_names(names: Sequence[str], seen: Observation) -> tuple[str, ...]:
    """Return a name for every entry: "dw", or "dw[0]", "dw[1]" where a value has several."""
    return tuple(
        name if seen.values[name].ndim == 0 else f"{name}[{index}]"
        for name in names
        for index in range(seen.values[name].size)
    )
