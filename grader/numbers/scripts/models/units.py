"""A small table of units and losses, each with its derivative: a new one is one more line."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

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
        "softmax": Activation(softmax, lambda z, a: np.ones_like(z)),
    }
)
"""A new activation is one more line."""

LOSSES: Mapping[str, tuple[Callable[[Array, Array], float], Callable[[Array, Array], Array]]] = (
    MappingProxyType(
        {
            "squared error": (lambda o, y: float(np.sum((o - y) ** 2)), lambda o, y: 2 * (o - y)),
            "absolute error": (lambda o, y: float(np.sum(np.abs(o - y))), lambda o, y: np.sign(o - y)),
            "cross-entropy": (
                lambda o, y: float(-np.sum(y * np.log(o))),
                lambda o, y: o - y,  # the softmax's own derivative included
            ),
            "binary cross-entropy": (
                lambda o, y: float(-np.sum(y * np.log(o) + (1 - y) * np.log(1 - o))),
                lambda o, y: (o - y) / (o * (1 - o)),
            ),
        }
    )
)
"""A loss and its slope in the outputs; recognised up to a constant, so that mean and half are one."""


def pairs(hidden: int) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the activations of so many hidden layers, all alike, and of the last one, with a loss."""
    inner = [name for name in ACTIVATIONS if name != "softmax"]
    before = [(name,) * hidden for name in inner] if hidden else [()]
    for units, last in itertools.product(before, ACTIVATIONS):
        for loss in LOSSES:
            binary = loss != "binary cross-entropy" or last == "sigmoid"
            if binary and (last == "softmax") == (loss == "cross-entropy"):
                yield (*units, last), loss
