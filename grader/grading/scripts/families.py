"""Recognise the model: a table of activations and losses, tried until the loss fits."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from grader.grading.scripts.records import Evidence, Parameter

Array = np.ndarray


@dataclass(frozen=True)
class Activation:
    """A unit's function of its sum z, and its derivative, given z and the activation a."""

    of: Callable[[Array], Array]
    slope: Callable[[Array, Array], Array]


def sigmoid(z: Array) -> Array:
    """Return 1 / (1 + exp(-z))."""
    return np.asarray(1.0 / (1.0 + np.exp(-z)))


def softmax(z: Array) -> Array:
    """Return exp(z) as shares of each row."""
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {
        "identity": Activation(lambda z: z, lambda z, a: np.ones_like(z)),
        "relu": Activation(lambda z: np.maximum(z, 0), lambda z, a: (z > 0) * 1.0),
        "sigmoid": Activation(sigmoid, lambda z, a: a * (1 - a)),
        "tanh": Activation(np.tanh, lambda z, a: 1 - a**2),
    }
)
"""A new activation is one more line."""

LOSSES: Mapping[str, tuple[Callable[[Array, Array], float], Callable[[Array, Array], Array]]] = (
    MappingProxyType(
        {
            "squared error": (lambda o, y: float(np.sum((o - y) ** 2)), lambda o, y: 2 * (o - y)),
            "absolute error": (lambda o, y: float(np.sum(np.abs(o - y))), lambda o, y: np.sign(o - y)),
            "binary cross-entropy": (
                lambda o, y: float(-np.sum(y * np.log(o) + (1 - y) * np.log(1 - o))),
                lambda o, y: (o - y) / (o * (1 - o)),
            ),
        }
    )
)
"""A loss and its slope in the outputs; recognised up to a constant, so that mean and half are one."""

TRIES_AT_MOST = 3_000


@dataclass(frozen=True)
class Layer:
    """A layer's parameters by their places in the evidence, and whether the weights stand transposed."""

    weight: int
    bias: int | None
    turned: bool


@dataclass(frozen=True)
class Family:
    """A recognised model: its layers, activations and loss, and inputs and targets of every draw."""

    layers: tuple[Layer, ...]
    activations: tuple[str, ...]
    loss: str
    inputs: tuple[Array, ...]
    targets: tuple[Array, ...]

    @property
    def name(self) -> str:
        """The family in words."""
        units = ", ".join(self.activations)
        if len(self.layers) == 1 and self.activations == ("identity",):
            kind = "a linear model" if self.layers[0].bias is not None else "a linear model without bias"
        else:
            kind = "a unit or layer" if len(self.layers) == 1 else f"a network of {len(self.layers)} layers"
            kind += f" ({units})"
        return f"{kind} under {self.loss}"


def merged(evidence: Evidence) -> Evidence:
    """Return the evidence with the eight weights of a 2-2-2 network as two matrices."""
    ones = evidence.parameters
    if len(ones) != 8 or any(one.whole.shape[1] != 1 for one in ones):
        return evidence
    ones = tuple(sorted(ones, key=lambda one: one.name))
    return replace(evidence, parameters=(matrix(ones[:4]), matrix(ones[4:])))


def matrix(ones: Sequence[Parameter]) -> Parameter:
    """Return four single weights as one matrix of inputs by outputs."""
    return replace(
        ones[0],
        name=", ".join(one.name for one in ones),
        shape=(2, 2),
        directions=np.eye(4),
        whole=np.concatenate([one.whole for one in ones], axis=1),
        step=np.concatenate([one.step for one in ones], axis=1),
        slope=np.concatenate([one.slope for one in ones], axis=2),
    )


def full(one: Parameter, numbers: Array) -> list[Array] | None:
    """Return the entries of a parameter at each draw, None where not all of them were observed."""
    size = int(np.prod(one.shape))
    if numbers.shape[1] != size or one.directions.shape != (size, size):
        return None
    return [row.reshape(one.shape) for row in numbers]


def recognise(evidence: Evidence, loss: int) -> Family | None:
    """Return the family whose loss is the script's up to a constant, None where none is found."""
    if not all(one.whole.size for one in evidence.parameters):
        return None
    wanted = evidence.values[:, loss]
    for tried, family in enumerate(candidates(evidence)):
        if tried > TRIES_AT_MOST:
            return None
        with np.errstate(all="ignore"):
            loss_of = LOSSES[family.loss][0]
            got = [
                loss_of(forward(evidence, family, draw)[-1], family.targets[draw])
                for draw in range(len(wanted))
            ]
        if is_proportional(np.array(got), wanted):
            return family
    return None


def is_proportional(got: Array, wanted: Array) -> bool:
    """Tell whether two rows are the same up to a factor, over at least two draws."""
    if len(got) < 2 or not np.isfinite(got).all() or not got.all():
        return False
    ratio = wanted / got
    return bool(np.ptp(ratio) <= 1e-6 * np.abs(ratio).max()) and ratio[0] > 0


def forward(evidence: Evidence, family: Family, draw: int) -> list[Array]:
    """Return the activations of every layer at a draw, the inputs first."""
    passed = [family.inputs[draw]]
    for layer, name in zip(family.layers, family.activations, strict=True):
        passed.append(ACTIVATIONS[name].of(sums(evidence, layer, passed[-1], draw)))
    return passed


def sums(evidence: Evidence, layer: Layer, inputs: Array, draw: int) -> Array:
    """Return a layer's weighted sums."""
    made = inputs @ weights(evidence, layer, draw)
    if layer.bias is not None:
        made = made + evidence.parameters[layer.bias].whole[draw]
    return np.asarray(made)


def weights(evidence: Evidence, layer: Layer, draw: int) -> Array:
    """Return a layer's weights as inputs by outputs."""
    one = evidence.parameters[layer.weight]
    return as_matrix(one.whole[draw], one.shape, layer.turned)


def as_matrix(numbers: Array, shape: tuple[int, ...], turned: bool) -> Array:
    """Return numbers of a shape as a matrix; a vector is a column."""
    matrix = numbers.reshape(shape if len(shape) == 2 else (-1, 1))
    return matrix.T if turned else matrix


def candidates(evidence: Evidence) -> Iterator[Family]:
    """Yield families whose shapes fit the parameters and the data."""
    data = list(tables(evidence))
    for layers in stacks(evidence):
        first, last = (evidence.parameters[layers[place].weight] for place in (0, -1))
        taken = as_matrix(first.whole[0], first.shape, layers[0].turned).shape[0]
        given = as_matrix(last.whole[0], last.shape, layers[-1].turned).shape[1]
        for inputs, targets in itertools.permutations(data, 2):
            for x, y in fitting(inputs, targets, taken, given):
                for units in itertools.product(ACTIVATIONS, repeat=len(layers)):
                    for loss in LOSSES:
                        yield Family(layers, units, loss, x, y)


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
    if first.ndim <= 1:
        if first.size % width == 0 and (width == 1 or first.size == width):
            yield tuple(one.reshape(-1, width) for one in numbers)
    elif first.ndim == 2:
        if first.shape[1] == width:
            yield numbers
        if first.shape[0] == width:
            yield tuple(one.T for one in numbers)


def tables(evidence: Evidence) -> Iterator[tuple[Array, ...]]:
    """Yield what may be inputs or targets: parts of the loop's items, and arrays around the loop."""
    parts = sorted({part for _, part in evidence.parts})
    for part in parts:
        rows = [evidence.parts.get((item, part)) for item in evidence.items]
        if all(row is not None for row in rows):
            yield tuple(row for row in rows if row is not None)
    scalars = {name: array for name, array in evidence.data.items() if array.size == 1}
    for left, right in itertools.pairwise(scalars):
        if left[:-1] == right[:-1] and left[-1:].isdigit() and right[-1:].isdigit():
            yield (np.array([float(scalars[left].ravel()[0]), float(scalars[right].ravel()[0])]),) * len(
                evidence.items
            )
    for array in evidence.data.values():
        if array.size > 1 and array.ndim <= 2:
            yield (array.astype(float),) * len(evidence.items)


def stacks(evidence: Evidence) -> Iterator[tuple[Layer, ...]]:
    """Yield one or two layers made of the parameters, each used once."""
    places = range(len(evidence.parameters))
    heavy = [place for place in places if len(evidence.parameters[place].shape) == 2 or len(places) <= 2]
    for chosen in (*itertools.permutations(heavy, 1), *itertools.permutations(heavy, 2)):
        rest = [place for place in places if place not in chosen]
        if len(rest) > len(chosen):
            continue
        for turned in itertools.product((False, True), repeat=len(chosen)):
            layers = [Layer(place, None, turn) for place, turn in zip(chosen, turned, strict=True)]
            yield from with_biases(evidence, layers, rest)


def with_biases(evidence: Evidence, layers: list[Layer], rest: list[int]) -> Iterator[tuple[Layer, ...]]:
    """Yield the layers with the remaining parameters as biases, where their sizes fit."""
    shapes = [
        as_matrix(
            evidence.parameters[one.weight].whole[0], evidence.parameters[one.weight].shape, one.turned
        ).shape
        for one in layers
    ]
    if any(left[1] != right[0] for left, right in itertools.pairwise(shapes)):
        return
    for order in itertools.permutations([*rest, *[None] * (len(layers) - len(rest))]):
        sizes = [None if place is None else evidence.parameters[place].whole.shape[1] for place in order]
        if all(size in (None, shape[1]) for size, shape in zip(sizes, shapes, strict=True)):
            yield tuple(
                Layer(one.weight, place, one.turned) for one, place in zip(layers, order, strict=True)
            )
