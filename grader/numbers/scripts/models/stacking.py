"""Which models the parameters and the data of a script may be, by their sizes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.models.layers import Family, Layer, as_matrix
from grader.numbers.scripts.models.units import Array, pairs


def candidates(evidence: Evidence) -> Iterator[Family]:
    """Yield families whose shapes fit the parameters and the data."""
    data = list(tables(evidence))
    for layers in stacks(evidence):
        first, last = (evidence.parameters[layers[place].weight] for place in (0, -1))
        taken = as_matrix(first.whole[0], first.shape, layers[0].turned).shape[0]
        given = as_matrix(last.whole[0], last.shape, layers[-1].turned).shape[1]
        for inputs, targets in itertools.permutations(data, 2):
            for x, y in fitting(inputs, targets, taken, given):
                for units, loss in pairs(len(layers) - 1):
                    yield Family(layers, units, loss, x, y)


def may_be_features(evidence: Evidence) -> bool:
    """Tell whether the parameters are two or three single numbers."""
    return 2 <= len(evidence.parameters) <= 3 and all(one.whole.shape[1] == 1 for one in evidence.parameters)


def of_features(evidence: Evidence) -> Iterator[Family]:
    """Yield models that multiply single numbers by x², x and 1, or by two inputs and 1."""
    flat = [tuple(one.reshape(-1, 1) for one in table) for table in tables(evidence)]
    count = len(evidence.parameters)
    for inputs, others in ((1, itertools.permutations(flat, 2)), (2, itertools.permutations(flat, 3))):
        for tables_ in others:
            *given, targets = tables_
            if len({len(table[0]) for table in tables_}) != 1:
                continue
            columns = made_of(given, inputs)
            for chosen in itertools.permutations(columns, count):
                x = tuple(np.hstack(parts) for parts in zip(*(columns[name] for name in chosen), strict=True))
                for unit, loss in (("identity", "squared error"), ("sigmoid", "binary cross-entropy")):
                    yield Family((Layer(0, None, False),), (unit,), loss, x, targets, chosen)


def made_of(given: Sequence[tuple[Array, ...]], inputs: int) -> dict[str, tuple[Array, ...]]:
    """Return the features of one input, or of two."""
    ones = tuple(np.ones_like(one) for one in given[0])
    if inputs == 1:
        return {"x²": tuple(one**2 for one in given[0]), "x": given[0], "1": ones}
    return {"x1": given[0], "x2": given[1], "1": ones}


def fitting(
    inputs: tuple[Array, ...], targets: tuple[Array, ...], taken: int, given: int
) -> Iterator[tuple[tuple[Array, ...], tuple[Array, ...]]]:
    """Yield inputs and targets as rows of samples, in each way in which the sizes fit."""
    for x in arrangements(inputs, taken):
        for y in arrangements(targets, given):
            if x[0].shape[0] == y[0].shape[0]:
                yield x, y


def arrangements(numbers: tuple[Array, ...], width: int) -> Iterator[tuple[Array, ...]]:
    """Yield a table as samples by numbers, where so many numbers belong to each sample."""
    first = numbers[0]
    if len({one.shape[1:] for one in numbers}) > 1 or (width > 1 and not same_size(numbers)):
        return
    if width > 1 and first.ndim == 1 and is_classes(numbers, width):
        yield tuple(np.eye(width)[one.astype(int)] for one in numbers)
    if first.ndim <= 1:
        if first.size % width == 0 and (width == 1 or first.size == width):
            yield tuple(one.reshape(-1, width) for one in numbers)
    elif first.ndim == 2:
        if first.shape[1] == width:
            yield numbers
        if first.shape[0] == width:
            yield tuple(one.T for one in numbers)


def same_size(numbers: tuple[Array, ...]) -> bool:
    """Tell whether all tables are, or none is, a single row of as many numbers."""
    return len({one.size if one.ndim < 2 else -1 for one in numbers}) == 1


def is_classes(numbers: tuple[Array, ...], width: int) -> bool:
    """Tell whether numbers are those of so many classes."""
    every = np.concatenate([one.ravel() for one in numbers])
    return bool(every.size and (every % 1 == 0).all() and every.min() >= 0 and every.max() < width)


def tables(evidence: Evidence) -> Iterator[tuple[Array, ...]]:
    """Yield what may be inputs or targets: parts of the loop's items, and arrays around the loop."""
    parts = sorted({part for _, part in evidence.parts})
    for part in parts:
        rows = [evidence.parts.get((item, part)) for item in evidence.items]
        if all(row is not None for row in rows):
            yield tuple(row for row in rows if row is not None)
    yield from evidence.inner.values()
    yield from ((array.astype(float),) * len(evidence.items) for array in around(evidence))


def around(evidence: Evidence) -> Iterator[Array]:
    """Yield the arrays around the loop, single numbers in pairs, and the columns of points."""
    scalars = {name: array for name, array in evidence.data.items() if array.size == 1}
    for left, right in itertools.pairwise(scalars):
        if left != right and unnumbered(left) == unnumbered(right):
            yield np.array([float(scalars[left].ravel()[0]), float(scalars[right].ravel()[0])])
    yield from (array for array in evidence.data.values() if array.size > 1 and array.ndim <= 2)
    for array in evidence.data.values():
        if array.ndim == 2 and array.shape[1] == 2 and len(array) > 2:
            yield from array.T


def unnumbered(name: str) -> str:
    """Return a name without the digits in it: o1_target and o2_target are numbers of one row."""
    return re.sub(r"\d", "", name)


def stacks(evidence: Evidence) -> Iterator[tuple[Layer, ...]]:
    """Yield up to three layers made of the parameters, each used once; three in their order."""
    places = range(len(evidence.parameters))
    heavy = [place for place in places if len(evidence.parameters[place].shape) == 2 or len(places) <= 2]
    threes = itertools.combinations(heavy, 3) if len(heavy) >= 3 else ()
    for chosen in (*itertools.permutations(heavy, 1), *itertools.permutations(heavy, 2), *threes):
        rest = [place for place in places if place not in chosen]
        if len(rest) > len(chosen):
            continue
        ways = itertools.product((False, True), repeat=len(chosen))
        for turned in ways if len(chosen) < 3 else ((False,) * 3, (True,) * 3):
            layers = [Layer(place, None, turn) for place, turn in zip(chosen, turned, strict=True)]
            yield from with_biases(evidence, layers, rest)
            if len(layers) == 2 and not rest and is_chain(shapes_of(evidence, layers)):
                yield from with_constants(evidence, layers)


def shapes_of(evidence: Evidence, layers: Sequence[Layer]) -> list[tuple[int, ...]]:
    """Return inputs and outputs of each layer."""
    heavy = [(evidence.parameters[one.weight], one.turned) for one in layers]
    return [as_matrix(one.whole[0], one.shape, turned).shape for one, turned in heavy]


def is_chain(shapes: Sequence[tuple[int, ...]]) -> bool:
    """Tell whether each layer takes what the one before gives."""
    return all(left[1] == right[0] for left, right in itertools.pairwise(shapes))


def with_constants(evidence: Evidence, layers: list[Layer]) -> Iterator[tuple[Layer, ...]]:
    """Yield two layers with single numbers as biases that no step moves."""
    held = {
        name: float(array.ravel()[0])
        for name, array in evidence.data.items()
        if array.size == 1 and name.lower().startswith("b")
    }
    for left, right in itertools.permutations(held, 2):
        yield tuple(
            replace(one, constant=held[name]) for one, name in zip(layers, (left, right), strict=True)
        )


def with_biases(evidence: Evidence, layers: list[Layer], rest: list[int]) -> Iterator[tuple[Layer, ...]]:
    """Yield the layers with the remaining parameters as biases, where their sizes fit."""
    shapes = shapes_of(evidence, layers)
    if not is_chain(shapes):
        return
    for order in itertools.permutations([*rest, *[None] * (len(layers) - len(rest))]):
        sizes = [None if place is None else evidence.parameters[place].whole.shape[1] for place in order]
        if all(size in (None, shape[1]) for size, shape in zip(sizes, shapes, strict=True)):
            yield tuple(
                Layer(one.weight, place, one.turned) for one, place in zip(layers, order, strict=True)
            )
