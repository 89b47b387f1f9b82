"""A model by its layers, and parameters as matrices of inputs by outputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.models.units import Array


@dataclass(frozen=True)
class Layer:
    """A layer's parameters by their places in the evidence, and whether the weights stand transposed.

    ``constant`` is a bias that no step moves.
    """

    weight: int
    bias: int | None
    turned: bool
    constant: float = 0.0


@dataclass(frozen=True)
class Family:
    """A recognised model: its layers, activations and loss, and inputs and targets of every draw.

    ``features`` are what the single numbers of its one weight vector are multiplied by; ``scale`` is the
    script's loss over the sum of all samples and outputs.
    """

    layers: tuple[Layer, ...]
    activations: tuple[str, ...]
    loss: str
    inputs: tuple[Array, ...]
    targets: tuple[Array, ...]
    features: tuple[str, ...] = ()
    scale: float = 1.0

    @property
    def name(self) -> str:
        """The family in words."""
        units = ", ".join(self.activations)
        if self.features:
            kind = "a parabola" if "x²" in self.features else "a linear neuron"
            kind += "" if units == "identity" else f" in a unit ({units})"
        elif len(self.layers) == 1 and self.activations == ("identity",):
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


def as_vector(evidence: Evidence) -> Evidence:
    """Return the evidence with all single numbers as one column of weights."""
    ones = evidence.parameters
    return replace(evidence, parameters=(joined(ones, (len(ones), 1)),))


def matrix(ones: Sequence[Parameter]) -> Parameter:
    """Return four single weights as one matrix of inputs by outputs."""
    return joined(ones, (2, 2))


def joined(ones: Sequence[Parameter], shape: tuple[int, int]) -> Parameter:
    """Return single numbers as one parameter of a shape."""
    return replace(
        ones[0],
        name=", ".join(one.name for one in ones),
        shape=shape,
        directions=np.eye(len(ones)),
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


def as_matrix(numbers: Array, shape: tuple[int, ...], turned: bool) -> Array:
    """Return numbers of a shape as a matrix; a vector is a column."""
    matrix = numbers.reshape(shape if len(shape) == 2 else (-1, 1))
    return matrix.T if turned else matrix
