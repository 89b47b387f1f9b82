"""Name a wrong step by what it is made of: another slope, a transposed one, the loss, the parameter."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.evidence.verdicts import Judgement
from grader.numbers.scripts.models.layers import full
from grader.numbers.scripts.models.units import Array

TOLERANCE = 1e-3
"""How far a step may be off what a mistake would give."""


def is_multiple(seen: Array, expected: Array) -> bool:
    """Tell whether observed steps are what is expected, up to one factor."""
    if seen.shape != expected.shape or not np.isfinite(expected).all() or not expected.any():
        return False
    factor = float(seen @ expected / (expected @ expected))
    return factor > 0 and bool(np.abs(seen - factor * expected).max() <= TOLERANCE * np.abs(seen).max())


def constant(row: Array) -> bool:
    """Tell whether all numbers of a row are the same, and none of them zero."""
    return bool(np.isfinite(row).all() and row.all() and np.ptp(row) <= TOLERANCE * np.abs(row).max())


def of_others(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield that every wrong step is made of a parameter: of itself, or of another one."""
    made = [of_other(evidence, judgement, place) for place in wrong]
    if made[0] and len(set(made)) == 1:
        yield made[0]


def of_other(evidence: Evidence, judgement: Judgement, place: int) -> str:
    """Say what of which parameter a step is made of, "" where of nothing."""
    one = evidence.parameters[place]
    if one.step.size >= 3 and is_multiple(one.step.ravel(), one.start.ravel()):
        return "itself"
    for other in evidence.parameters:
        if other is not one and is_like_bias(one, other, judgement.loss):
            # Of two parameters it is the weights' gradient that lacks its input; of more it may be a bias's.
            return "input_missing" if len(evidence.parameters) == 2 else "slope_of_another"
        if other is not one and other.step.shape == one.step.shape and one.step.size >= 3:
            if is_multiple(one.step.ravel(), other.slope[:, judgement.loss].ravel()):
                return "slope_of_another"
            right = one.slope[:, judgement.loss].ravel()
            for start in (other.start, other.start - other.step):  # before and after its own step
                if is_multiple((one.step + start - one.start).ravel(), right):
                    return "made_from_another"
    return ""


def is_like_bias(one: Parameter, bias: Parameter, loss: int) -> bool:
    """Tell whether all entries of a vector move along the slope of one number, to which no input belongs."""
    size = one.step.shape[1]
    if size < 2 or bias.step.shape[1] != 1 or one.directions.shape != (size, size):
        return False
    return is_multiple(one.step.ravel(), np.repeat(bias.slope[:, loss], size, axis=1).ravel())


def transposed(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield the mistake of a matrix that is transposed by mistake, where all wrong steps are."""
    ones = [evidence.parameters[place] for place in wrong]
    if all(is_transposed(one, judgement.loss) for one in ones):
        yield "transposed"


def is_transposed(one: Parameter, loss: int) -> bool:
    """Tell whether a square matrix moves along its transposed slope."""
    if len(one.shape) != 2 or one.shape[0] != one.shape[1] or one.shape[0] < 2:
        return False
    steps_seen, slopes = full(one, one.step), full(one, one.slope[:, loss])
    if steps_seen is None or slopes is None:
        return False
    return is_multiple(np.ravel(steps_seen), np.ravel([slope.T for slope in slopes]))


def times_loss(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield that every wrong step is the slope times the loss itself, as in ``loss.backward(loss)``."""
    loss = judgement.loss
    rows = [
        (one.step, one.slope[:, loss] * evidence.values[:, [loss]])
        for one in map(evidence.parameters.__getitem__, wrong)
    ]
    if len(evidence.items) > 1 and all(is_multiple(step.ravel(), right.ravel()) for step, right in rows):
        yield "loss_extra"


def over_all(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield that every entry moves by the sum of all entries' slopes: a sum lacks its axis."""
    ones = [evidence.parameters[place] for place in wrong]
    if all(is_over_all(one, judgement.loss) for one in ones):
        yield "axis_missing"


def is_over_all(one: Parameter, loss: int) -> bool:
    """Tell whether all entries of a parameter move alike, by a multiple of the sum of their slopes."""
    size = one.step.shape[1]
    if size < 2 or one.directions.shape != (size, size):
        return False
    sums = one.slope[:, loss].sum(axis=1, keepdims=True)
    return is_multiple(one.step.ravel(), np.repeat(sums, size, axis=1).ravel())


def swapped(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield that the entries of a vector take one another's slopes."""
    ones = [evidence.parameters[place] for place in wrong]
    if len(ones) == 1 and is_swapped(ones[0], judgement.loss):
        yield "entries_swapped"


def is_swapped(one: Parameter, loss: int) -> bool:
    """Tell whether a short vector moves along its slopes in another order."""
    size = one.step.shape[1]
    if not 2 <= size <= 4 or len(one.shape) != 1 or one.directions.shape != (size, size):
        return False
    orders = [list(order) for order in itertools.permutations(range(size))][1:]
    return any(is_multiple(one.step.ravel(), one.slope[:, loss][:, order].ravel()) for order in orders)


def factors_of(evidence: Evidence, judgement: Judgement, wrong: list[int]) -> Iterator[str]:
    """Yield what explains a single number's step: a factor that is missing, extra, or taken for another."""
    if len(wrong) != 1 or evidence.parameters[wrong[0]].step.shape[1] != 1 or len(evidence.items) < 3:
        return
    one = evidence.parameters[wrong[0]]
    with np.errstate(all="ignore"):
        ratio = one.step[:, 0] / one.slope[:, judgement.loss, 0]
        inputs = [*([first_parts(evidence)] if is_scalar_item(evidence) else []), *drawn(evidence)]
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


def drawn(evidence: Evidence) -> list[Array]:
    """Return the single numbers that the rounds drew by themselves, one for each draw."""
    rows = [np.ravel(row) for row in evidence.inner.values() if all(one.size == 1 for one in row)]
    return [row for row in rows if np.ptp(row) > 0]


def first_parts(evidence: Evidence) -> Array:
    """Return the first number of the loop's item at each draw."""
    return np.array([float(evidence.parts[item, 0].ravel()[0]) for item in evidence.items])


def is_scalar_item(evidence: Evidence) -> bool:
    """Tell whether the loop goes over single numbers, the input first."""
    return all((item, 0) in evidence.parts and evidence.parts[item, 0].size == 1 for item in evidence.items)
