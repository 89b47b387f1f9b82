"""Choose what of the public checks is worth drawing, and put its numbers side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from grader.grading.comparison import Compared, Comparison
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
            yield from over_points(one, mine, right)
        elif check.curve:
            yield Picture("curve", check.id, check.title, names, mine, right)
        elif check.scenario.kind == "gradients" and len(right) > 1 and of_the_same_shapes(names, one):
            labels, wrong = entry_names(names, expected), tuple(out_of_tolerance(one, names))
            nodes = network_nodes(check, labels, right)
            kind = "network" if nodes else "bars"
            yield Picture(kind, check.id, check.title, labels, mine, right, nodes, wrong=wrong)


PARAMETERS = ("w", "b")
"""What the columns of a path are: the parameters of w·x + b, or of w·x where there is one column."""


def over_points(one: Compared, mine: tuple[float, ...], right: tuple[float, ...]) -> Iterator[Picture]:
    """Yield a fitted line beside the points, or the path that led to it, which has a row for every epoch."""
    check, got, expected = one.check, one.got, one.expected
    along, data = numbers(check, check.along), numbers(check, check.data)
    rows, epochs = got.values[check.curve].shape, expected.values[check.curve].shape
    if len(epochs) != 2:
        yield Picture("fit", check.id, check.title, (check.curve,), mine, right, along, data)
    elif rows[1:] == epochs[1:] and epochs[1] <= len(PARAMETERS):
        names = PARAMETERS[: epochs[1]]
        yield Picture("path", check.id, check.title, names, mine, right, along, data)


def of_the_same_shapes(names: Sequence[str], one: Compared) -> bool:
    """Tell whether every named value has the shape of the right one: entries stand beside their like only."""
    return all(one.got.values[name].shape == one.expected.values[name].shape for name in names)


NETWORK = ("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8")
"""The weights of the course's 2-2-2 network: w1 to w4 lead from x1, x2 to h1, h2, w5 to w8 on to o1, o2."""


def network_nodes(check: KeyCheck, names: Sequence[str], slopes: Sequence[float]) -> tuple[float, ...]:
    """Return the values of x1, x2, h1, h2, o1, o2 where the slopes are those of the course's 2-2-2 network.

    Names alone do not say how nodes are joined, numbers do: the slope of a weight is the value at its start
    times what comes back to its end (Rumelhart et al. 1986, equation 6). So two weights with the same end
    have slopes in the ratio of their starts.
    """
    if tuple(names) != NETWORK:
        return ()
    nodes = tuple(number for label in "xho" for number in numbers(check, label))
    if len(nodes) != 6 or not np.isfinite(nodes).all():
        return ()
    x1, x2, h1, h2 = nodes[:4]
    w1, w2, w3, w4, w5, w6, w7, w8 = slopes
    crossed = [(w1 * x2, w3 * x1), (w2 * x2, w4 * x1), (w5 * h2, w7 * h1), (w6 * h2, w8 * h1)]
    joined = all(np.isclose(one, other, rtol=1e-9, atol=1e-15) for one, other in crossed)
    return nodes if joined and any(slopes) else ()


def out_of_tolerance(one: Compared, names: Sequence[str]) -> Iterator[bool]:
    """Yield for every entry of the named values whether it is wrong, as the check measures it."""
    for name in names:
        got, expected = (side.values[name].real.ravel() for side in (one.got, one.expected))
        allowed = one.check.bound.allowed(name, expected)
        with np.errstate(invalid="ignore"):  # the difference of two infinities
            yield from (not close for close in (np.abs(got - expected) <= allowed).tolist())


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
