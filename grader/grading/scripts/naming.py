"""Name a wrong step: known mistakes of back-propagation, worked out for the recognised model and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from grader.grading.scripts import families
from grader.grading.scripts.families import ACTIVATIONS, LOSSES, Array, Family
from grader.grading.scripts.records import Evidence, Parameter
from grader.grading.scripts.verdicts import Judgement

TOLERANCE = 1e-3
"""How far a step may be off what a mistake would give."""


@dataclass(frozen=True)
class Rules:
    """How errors are passed back: the last units' derivative, the hidden ones', the way between."""

    last: str = "right"
    hidden: str = "right"
    back: str = "right"


MISTAKES: Mapping[str, Rules] = MappingProxyType(
    {
        "output_derivative_missing": Rules(last="missing"),
        "output_derivative_of_activation": Rules(last="of_activation"),
        "output_derivative_of_sum": Rules(last="of_sum"),
        "output_derivative_of_tanh": Rules(last="tanh"),
        "output_derivative_of_sigmoid": Rules(last="sigmoid"),
        "hidden_derivative_missing": Rules(hidden="missing"),
        "hidden_derivative_of_activation": Rules(hidden="of_activation"),
        "hidden_derivative_of_sum": Rules(hidden="of_sum"),
        "hidden_derivative_of_tanh": Rules(hidden="tanh"),
        "hidden_derivative_of_sigmoid": Rules(hidden="sigmoid"),
        "derivative_of_activation": Rules(last="of_activation", hidden="of_activation"),
        "derivative_of_sum": Rules(last="of_sum", hidden="of_sum"),
        "derivatives_missing": Rules(last="missing", hidden="missing"),
        "mask_inverted": Rules(hidden="inverted"),
        "gradient_clamped": Rules(hidden="clamped"),
        "weight_gradients_back": Rules(back="weight_gradients"),
        "back_not_transposed": Rules(back="not_transposed"),
        "output_derivative_not_passed_back": Rules(back="raw"),
        "weights_left_out": Rules(back="sum"),
    }
)
"""Mistakes by their ids; a new one is one more line."""


def derivative(how: str, name: str, z: Array, a: Array) -> Array:
    """Return what is used for the derivative of a unit."""
    made: Mapping[str, Callable[[], Array]] = {
        "right": lambda: ACTIVATIONS[name].slope(z, a),
        "missing": lambda: np.ones_like(z),
        "of_activation": lambda: ACTIVATIONS[name].slope(a, ACTIVATIONS[name].of(a)),
        "of_sum": lambda: ACTIVATIONS[name].slope(z, z),
        "tanh": lambda: 1 - a**2,
        "sigmoid": lambda: a * (1 - a),
        "inverted": lambda: 1 - ACTIVATIONS[name].slope(z, a),
    }
    return made[how]()


def steps(evidence: Evidence, family: Family, draw: int, rules: Rules) -> dict[int, Array]:
    """Return the gradients that a way of passing back gives, by parameter.

    Raises:
        ValueError: the shapes do not allow this mistake.
    """
    passed = families.forward(evidence, family, draw)
    raw = LOSSES[family.loss][1](passed[-1], family.targets[draw])
    found: dict[int, Array] = {}
    delta = raw
    for place in range(len(family.layers) - 1, -1, -1):
        layer, name = family.layers[place], family.activations[place]
        z = families.sums(evidence, layer, passed[place], draw)
        last = place == len(family.layers) - 1
        if not last and rules.hidden == "clamped":
            delta = np.maximum(delta, 0)
        else:
            delta = delta * derivative(rules.last if last else rules.hidden, name, z, passed[place + 1])
        weight = passed[place].T @ delta
        found[layer.weight] = weight.T if layer.turned else weight
        if layer.bias is not None:
            found[layer.bias] = delta.sum(axis=0)
        if place:
            delta = back(rules.back, delta, raw, families.weights(evidence, layer, draw), weight)
    return found


def back(how: str, delta: Array, raw: Array, weights: Array, gradient: Array) -> Array:
    """Return the errors of the layer before.

    Raises:
        ValueError: the shapes do not allow this mistake.
    """
    if how == "weight_gradients":
        return np.repeat(gradient.sum(axis=1)[None], len(delta), axis=0)
    if how == "not_transposed":
        return np.asarray(delta @ weights)
    if how == "raw":
        return np.asarray(raw @ weights.T)
    if how == "sum":
        return np.asarray(np.repeat(delta.sum(axis=1, keepdims=True), len(weights), axis=1))
    return np.asarray(delta @ weights.T)


def name(evidence: Evidence, judgement: Judgement, family: Family | None) -> Judgement:
    """Return the judgement with the mistake's id where exactly one known mistake gives the observed steps."""
    wrong = [place for place, one in enumerate(judgement.parameters) if one.mistake == "direction"]
    if not wrong:
        return judgement
    ids = list(
        dict.fromkeys([*transposed(evidence, judgement, wrong), *factors_of(evidence, judgement, wrong)])
    )
    if family is not None and not ids:
        ids = list(of_family(families.merged(evidence), family))
    if not ids:
        return judgement
    # Where two mistakes give the same numbers, the first, plainer one is as true as the other.
    found = tuple(
        replace(one, mistake=ids[0]) if place in wrong else one
        for place, one in enumerate(judgement.parameters)
    )
    return replace(judgement, parameters=found, reason=ids[0])


def of_family(evidence: Evidence, family: Family) -> Iterator[str]:
    """Yield the mistakes of back-propagation that give all observed steps, with one factor."""
    for id, rules in MISTAKES.items():
        try:
            with np.errstate(all="ignore"):
                rows = [steps(evidence, family, draw, rules) for draw in range(len(evidence.items))]
        except ValueError:
            continue
        pairs = [(draw, place) for draw, row in enumerate(rows) for place in sorted(row)]
        ones = evidence.parameters
        expected = np.concatenate(
            [ones[place].directions @ rows[draw][place].ravel() for draw, place in pairs]
        )
        seen = np.concatenate([ones[place].step[draw] for draw, place in pairs])
        if is_multiple(seen, expected):
            relu = id == "hidden_derivative_missing" and family.activations[0] == "relu"
            yield "mask_missing" if relu else id


def is_multiple(seen: Array, expected: Array) -> bool:
    """Tell whether observed steps are what is expected, up to one factor."""
    if seen.shape != expected.shape or not np.isfinite(expected).all() or not expected.any():
        return False
    factor = float(seen @ expected / (expected @ expected))
    return factor > 0 and bool(np.abs(seen - factor * expected).max() <= TOLERANCE * np.abs(seen).max())


def transposed(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield the mistake of a matrix that is transposed by mistake, where all wrong steps are."""
    ones = [evidence.parameters[place] for place in wrong]
    if all(is_transposed(one, judgement.loss) for one in ones):
        yield "transposed"


def is_transposed(one: Parameter, loss: int) -> bool:
    """Tell whether a square matrix moves along its transposed slope."""
    if len(one.shape) != 2 or one.shape[0] != one.shape[1] or one.shape[0] < 2:
        return False
    steps_seen, slopes = families.full(one, one.step), families.full(one, one.slope[:, loss])
    if steps_seen is None or slopes is None:
        return False
    return is_multiple(np.ravel(steps_seen), np.ravel([slope.T for slope in slopes]))


def factors_of(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield what explains a single number's step: a factor that is missing, extra, or taken for another."""
    if len(wrong) != 1 or evidence.parameters[wrong[0]].step.shape[1] != 1 or len(evidence.items) < 3:
        return
    one = evidence.parameters[wrong[0]]
    with np.errstate(all="ignore"):
        ratio = one.step[:, 0] / one.slope[:, judgement.loss, 0]
        inputs = [first_parts(evidence)] if is_scalar_item(evidence) else []
        own = one.start[:, 0]
        for x in inputs:
            if constant(ratio * x / own):
                yield "parameter_for_input"
            elif constant(ratio * x):
                yield "input_missing"
            elif constant(ratio / x):
                yield "input_twice"
        if constant(ratio / own):
            yield "parameter_extra"


def first_parts(evidence: Evidence) -> Array:
    """Return the first number of the loop's item at each draw."""
    return np.array([float(evidence.parts[item, 0].ravel()[0]) for item in evidence.items])


def is_scalar_item(evidence: Evidence) -> bool:
    """Tell whether the loop goes over single numbers, the input first."""
    return all((item, 0) in evidence.parts and evidence.parts[item, 0].size == 1 for item in evidence.items)


def constant(row: Array) -> bool:
    """Tell whether all numbers of a row are the same, and none of them zero."""
    return bool(np.isfinite(row).all() and row.all() and np.ptp(row) <= TOLERANCE * np.abs(row).max())
