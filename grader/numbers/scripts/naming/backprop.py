"""Work out the gradients that known mistakes of back-propagation give for a recognised model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.models import families
from grader.numbers.scripts.models.layers import Family
from grader.numbers.scripts.models.units import ACTIVATIONS, LOSSES, Array


@dataclass(frozen=True)
class Rules:
    """How errors are passed back: the last units' derivative, the hidden ones', the way between."""

    last: str = "right"
    hidden: str = "right"
    back: str = "right"
    inputs: str = "right"
    rows: str = "all"
    targets: bool = True


MISTAKES: Mapping[str, Rules] = MappingProxyType(
    {
        "only_last": Rules(rows="last"),
        "only_first": Rules(rows="first"),
        "target_missing": Rules(targets=False),
        "sums_for_activations": Rules(inputs="sums"),
        "output_derivative_missing": Rules(last="missing"),
        "output_derivative_twice": Rules(last="twice"),
        "output_derivative_of_activation": Rules(last="of_activation"),
        "output_derivative_of_sum": Rules(last="of_sum"),
        "output_derivative_of_tanh": Rules(last="tanh"),
        "output_derivative_of_sigmoid": Rules(last="sigmoid"),
        "hidden_derivative_missing": Rules(hidden="missing"),
        "hidden_derivative_of_activation": Rules(hidden="of_activation"),
        "hidden_derivative_of_sum": Rules(hidden="of_sum"),
        "hidden_derivative_of_tanh": Rules(hidden="tanh"),
        "hidden_derivative_of_sigmoid": Rules(hidden="sigmoid"),
        "hidden_derivative_not_squared": Rules(hidden="not_squared"),
        "hidden_derivative_first_factor": Rules(hidden="first_factor"),
        "hidden_derivative_second_factor": Rules(hidden="second_factor"),
        "output_derivative_first_factor": Rules(last="first_factor"),
        "output_derivative_second_factor": Rules(last="second_factor"),
        "derivative_of_activation": Rules(last="of_activation", hidden="of_activation"),
        "derivative_of_sum": Rules(last="of_sum", hidden="of_sum"),
        "derivatives_missing": Rules(last="missing", hidden="missing"),
        "mask_inverted": Rules(hidden="inverted"),
        "gradient_clamped": Rules(hidden="clamped"),
        "weight_gradients_back": Rules(back="weight_gradients"),
        "weight_gradients_back.matrix": Rules(back="gradient_matrix"),
        "mask_for_gradient": Rules(hidden="mask"),
        "mask_set_to_one": Rules(hidden="ones"),
        "mask_set_to_one_off": Rules(hidden="ones_off"),
        "relu_derivative": Rules(hidden="relu"),
        "back_not_transposed": Rules(back="not_transposed"),
        "output_derivative_not_passed_back": Rules(back="raw"),
        "weights_left_out": Rules(back="sum"),
        "weights_left_out.raw": Rules(back="raw_sum"),
        "path_missing": Rules(back="first_path"),
        "path_missing.last": Rules(back="last_path"),
        "weights_of_another": Rules(back="swapped"),
        "error_of_another": Rules(last="swapped"),
        "input_of_another": Rules(inputs="swapped"),
    }
)
"""Mistakes by their ids, after a point which way of several; a new one is one more line."""


OF_UNITS: Mapping[str, str] = MappingProxyType(
    {"not_squared": "tanh", "first_factor": "sigmoid", "second_factor": "sigmoid"}
)
"""Mistakes in the derivative of units of one kind."""


def derivative(how: str, name: str, z: Array, a: Array) -> Array:
    """Return what is used for the derivative of a unit.

    Raises:
        ValueError: the mistake is one with units of another kind.
    """
    if OF_UNITS.get(how, name) != name:
        raise ValueError
    made: Mapping[str, Callable[[], Array]] = {
        "right": lambda: ACTIVATIONS[name].slope(z, a),
        "missing": lambda: np.ones_like(z),
        "of_activation": lambda: ACTIVATIONS[name].slope(a, ACTIVATIONS[name].of(a)),
        "of_sum": lambda: ACTIVATIONS[name].slope(z, z),
        "twice": lambda: ACTIVATIONS[name].slope(z, a) ** 2,
        "relu": lambda: (z > 0) * 1.0,
        "tanh": lambda: 1 - a**2,
        "not_squared": lambda: 1 - a,
        "first_factor": lambda: a,
        "second_factor": lambda: 1 - a,
        "sigmoid": lambda: a * (1 - a),
        "inverted": lambda: 1 - ACTIVATIONS[name].slope(z, a),
    }
    return made[how]()


def steps(evidence: Evidence, family: Family, draw: int, rules: Rules) -> dict[int, Array]:
    """Return the gradients that a way of passing back gives, by parameter.

    Raises:
        ValueError: the shapes do not allow this mistake.
    """
    family = of_rows(family, draw, rules)
    passed = families.forward(evidence, family, draw)
    targets = family.targets[draw] if rules.targets else np.zeros_like(family.targets[draw])
    raw = LOSSES[family.loss][1](passed[-1], targets)
    found: dict[int, Array] = {}
    delta = raw
    for place in range(len(family.layers) - 1, -1, -1):
        layer, name = family.layers[place], family.activations[place]
        z = families.sums(evidence, layer, passed[place], draw)
        if place < len(family.layers) - 1:
            delta = hidden(rules.hidden, name, delta, z, passed[place + 1])
        else:
            last = "right" if rules.last == "swapped" else rules.last
            delta = delta * derivative(last, name, z, passed[place + 1])
        given = passed[place]
        if rules.inputs == "swapped" and not place:
            given = given[:, ::-1]
        if rules.inputs == "sums" and place:
            given = families.sums(evidence, family.layers[place - 1], passed[place - 1], draw)
        alone = rules.last == "swapped" and place == len(family.layers) - 1
        weight = given.T @ (delta[:, ::-1] if alone else delta)
        found[layer.weight] = weight.T if layer.turned else weight
        if layer.bias is not None:
            found[layer.bias] = delta.sum(axis=0)
        if place:
            delta = back(rules.back, delta, raw, families.weights(evidence, layer, draw), weight)
    return found


def of_rows(family: Family, draw: int, rules: Rules) -> Family:
    """Return the family with the samples of a draw that a mistake leaves.

    Raises:
        ValueError: it would leave all of them.
    """
    if rules.rows == "all":
        return family
    if len(family.inputs[draw]) < 2:
        raise ValueError
    inputs, targets = list(family.inputs), list(family.targets)
    kept = slice(0, 1) if rules.rows == "first" else slice(-1, None)
    inputs[draw], targets[draw] = inputs[draw][kept], targets[draw][kept]
    return replace(family, inputs=tuple(inputs), targets=tuple(targets))


def hidden(how: str, name: str, delta: Array, z: Array, a: Array) -> Array:
    """Return what becomes of the errors of hidden units."""
    if how == "clamped":
        return np.asarray(np.maximum(delta, 0))
    if how == "ones":
        return np.asarray(np.where(z > 0, 1.0, delta))
    if how == "ones_off":
        return np.asarray(np.where(z > 0, delta, 1.0))
    if how == "mask":
        return np.asarray((z > 0) * 1.0)
    return np.asarray(delta * derivative(how, name, z, a))


def back(how: str, delta: Array, raw: Array, weights: Array, gradient: Array) -> Array:
    """Return the errors of the layer before.

    Raises:
        ValueError: the shapes do not allow this mistake.
    """
    made: Mapping[str, Callable[[], Array]] = {
        "weight_gradients": lambda: np.repeat(gradient.sum(axis=1)[None], len(delta), axis=0),
        "gradient_matrix": lambda: delta @ gradient.T,
        "first_path": lambda: delta[:, :1] @ weights.T[:1],
        "last_path": lambda: delta[:, -1:] @ weights.T[-1:],
        "swapped": lambda: (delta @ weights.T)[:, ::-1],
        "not_transposed": lambda: delta @ weights,
        "raw": lambda: raw @ weights.T,
        "raw_sum": lambda: np.repeat(raw.sum(axis=1, keepdims=True), len(weights), axis=1),
        "sum": lambda: np.repeat(delta.sum(axis=1, keepdims=True), len(weights), axis=1),
    }
    return np.asarray(made[how]() if how in made else delta @ weights.T)
