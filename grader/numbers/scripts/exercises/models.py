"""The models that a script exercise may ask for: a model is one more line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from grader.numbers.scripts.models.units import ACTIVATIONS, Array


@dataclass(frozen=True)
class Model:
    """What each layer multiplies, how wide the layers are, and their units.

    ``features`` name the inputs of the first layer; parameters stand layer after layer, each as inputs by
    outputs. Without features the model is one of matrices, of whatever size. ``loss`` names what is made
    small, and ``side`` is the output that divides what counts as true from what does not.
    """

    units: tuple[str, ...]
    features: tuple[str, ...] = ()
    sizes: tuple[int, ...] = (1,)
    loss: str = "squared error"
    side: float = 0.0

    @property
    def count(self) -> int:
        """How many numbers its parameters are, 0 for matrices of whatever size."""
        widths = (len(self.features), *self.sizes)
        return sum(left * right for left, right in zip(widths, self.sizes, strict=False))

    def outputs(self, theta: Array, x: Array) -> Array:
        """Return samples by outputs, for many parameters at once: the last axis holds their numbers."""
        passed: Array = np.stack([FEATURES[name](x) for name in self.features], axis=-1)
        passed = np.broadcast_to(passed, (*theta.shape[:-1], *passed.shape))
        start = 0
        for size, unit in zip(self.sizes, self.units, strict=True):
            width = passed.shape[-1]
            weights = theta[..., start : start + width * size].reshape(*theta.shape[:-1], width, size)
            passed = ACTIVATIONS[unit].of(passed @ weights)
            start += width * size
        return passed

    def errors(self, theta: Array, x: Array, y: Array) -> Array:
        """Return the loss of every sample, summed over the outputs; targets above 0 are true."""
        with np.errstate(all="ignore"):
            return np.asarray(ERRORS[self.loss](self.outputs(theta, x), y).sum(axis=-1))


ERRORS: Mapping[str, Callable[[Array, Array], Array]] = MappingProxyType(
    {
        "squared error": lambda o, y: (o - y) ** 2,
        "binary cross-entropy": lambda o, y: -np.log(np.where(y > 0, o, 1 - o)),
        "perceptron's loss": lambda o, y: np.where((o > 0) == (y > 0), 0.0, np.abs(o)),
    }
)
"""The loss of each output beside its target; the perceptron's is how far a sum is on the wrong side of 0."""

FEATURES: Mapping[str, Callable[[Array], Array]] = MappingProxyType(
    {
        "x": lambda x: x[:, 0],
        "x²": lambda x: x[:, 0] ** 2,
        "1": lambda x: np.ones(len(x)),
        "x1": lambda x: x[:, 0],
        "x2": lambda x: x[:, 1],
    }
)
"""What a first layer may multiply, given the inputs as samples by numbers."""

MODELS: Mapping[str, Model] = MappingProxyType(
    {
        "line through the origin": Model(("identity",), ("x",)),
        "line": Model(("identity",), ("x", "1")),
        "parabola": Model(("identity",), ("x²", "x", "1")),
        "neuron": Model(("identity",), ("x1", "x2", "1")),
        "threshold unit": Model(("identity",), ("x1", "x2", "1"), loss="perceptron's loss"),
        "sigmoid unit": Model(("sigmoid",), ("x1", "x2", "1"), side=0.5),
        "logistic unit": Model(("sigmoid",), ("x1", "x2", "1"), loss="binary cross-entropy", side=0.5),
        "network 2-2-2": Model(("sigmoid", "sigmoid"), ("x1", "x2"), (2, 2)),
        "ReLU network 2-2-2": Model(("relu", "relu"), ("x1", "x2"), (2, 2)),
        "two layers with ReLU": Model(("relu", "identity")),
        "two layers with sigmoid": Model(("sigmoid", "sigmoid")),
        "two linear layers": Model(("identity", "identity")),
    }
)
"""A model by its name; every layer's bias, where it has one, is the weight of the feature 1."""
