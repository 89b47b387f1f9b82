"""Name a wrong step: what known mistakes would give is worked out and compared."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from grader.numbers.scripts import families
from grader.numbers.scripts.backprop import MISTAKES, steps
from grader.numbers.scripts.layers import Family, full
from grader.numbers.scripts.records import Evidence, Parameter
from grader.numbers.scripts.units import LOSSES, Array
from grader.numbers.scripts.verdicts import Judgement

TOLERANCE = 1e-3
"""How far a step may be off what a mistake would give."""


def name(evidence: Evidence, judgement: Judgement, family: Family | None) -> Judgement:
    """Return the judgement with the mistake's id where a known mistake gives the observed steps."""
    if family is not None and judgement.verdict == "constant" and judgement.reason == "another_factor":
        return of_length(evidence, judgement, family)
    off = ("direction", "another_loss")
    wrong = [place for place, one in enumerate(judgement.parameters) if one.mistake in off]
    if not wrong:
        return judgement
    ids = [*transposed(evidence, judgement, wrong), *factors_of(evidence, judgement, wrong)]
    if not ids:
        ids = [*over_all(evidence, judgement, wrong), *swapped(evidence, judgement, wrong)]
    if not ids:
        ids = list(of_others(evidence, judgement, wrong))
    if family is not None and not ids:
        ids = list(of_family(evidence, family, wrong))
    if not ids:
        return judgement
    # Where two mistakes give the same numbers, the first, plainer one is as true as the other.
    found = tuple(
        replace(one, mistake=ids[0]) if place in wrong else one
        for place, one in enumerate(judgement.parameters)
    )
    return replace(judgement, parameters=found, reason=ids[0])


def of_length(evidence: Evidence, judgement: Judgement, family: Family) -> Judgement:
    """Name what makes every step too long by one factor: a sum over one sample only, say."""
    left = judgement.parameters[0].factor
    if not left or not judgement.rate:
        return judgement
    counted = families.evidence_of(evidence, family)
    unit = judgement.factor / left * family.scale
    for id in ("only_last", "only_first", "input_missing"):
        seen, expected = rows_of(counted, family, id)
        if any(is_equal(seen, expected, unit * times) for times in (1, len(family.inputs[0]))):
            found = tuple(replace(one, mistake=id) for one in judgement.parameters)
            return replace(judgement, reason=id, parameters=found)
    return judgement


def rows_of(evidence: Evidence, family: Family, id: str) -> tuple[Array, Array]:
    """Return the observed steps and what a mistake would give, empty where it cannot be."""
    draws = range(len(evidence.items))
    try:
        with np.errstate(all="ignore"):
            if id == "input_missing":
                rows = [without_input(evidence, family, draw) for draw in draws]
            else:
                rows = [steps(evidence, family, draw, MISTAKES[id]) for draw in draws]
    except ValueError:
        return np.zeros(0), np.zeros(0)
    pairs = [(draw, place) for draw, row in enumerate(rows) for place in sorted(row)]
    ones = evidence.parameters
    expected = [ones[place].directions @ rows[draw][place].ravel() for draw, place in pairs]
    return np.concatenate([ones[place].step[draw] for draw, place in pairs]), np.concatenate(expected)


def without_input(evidence: Evidence, family: Family, draw: int) -> dict[int, Array]:
    """Return the gradient of a single layer's weights without the input as a factor.

    Raises:
        ValueError: it is no single number.
    """
    place, layer = family.layers[0].weight, family.layers[0]
    if len(family.layers) != 1 or layer.bias is not None or evidence.parameters[place].whole.shape[1] != 1:
        raise ValueError
    output = families.forward(evidence, family, draw)[-1]
    return {place: np.array([LOSSES[family.loss][1](output, family.targets[draw]).sum()])}


def is_equal(seen: Array, expected: Array, factor: float) -> bool:
    """Tell whether observed steps are what is expected, times a factor."""
    if not len(seen) or not np.isfinite(expected).all():
        return False
    return bool(np.abs(seen - factor * expected).max() <= TOLERANCE * np.abs(seen).max())


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
        if other is not one and other.step.shape == one.step.shape and one.step.size >= 3:
            if is_multiple(one.step.ravel(), other.slope[:, judgement.loss].ravel()):
                return "slope_of_another"
            right = one.slope[:, judgement.loss].ravel()
            for start in (other.start, other.start - other.step):  # before and after its own step
                if is_multiple((one.step + start - one.start).ravel(), right):
                    return "made_from_another"
    return ""


def of_family(evidence: Evidence, family: Family, wrong: list[int]) -> Iterator[str]:
    """Yield the mistakes of back-propagation that give all observed steps, or else all wrong ones."""
    counted = families.evidence_of(evidence, family)
    for id in MISTAKES:
        if is_multiple(*rows_of(counted, family, id)):
            yield named(id, family)
    alike = family.features or len(counted.parameters) == len(evidence.parameters)
    only = of_places(counted, wrong, family) if alike else of_entries(evidence, counted, wrong)
    for id in MISTAKES:
        seen, expected = rows_of(only, family, id)
        if len(seen) >= 4 and is_multiple(seen, expected):
            yield named(id, family)


def named(id: str, family: Family) -> str:
    """Return a mistake's id, the mask's own where units are ReLUs."""
    id = id.removesuffix("_of_last")
    return "mask_missing" if id == "hidden_derivative_missing" and "relu" in family.activations[:-1] else id


def of_places(evidence: Evidence, wrong: list[int], family: Family) -> Evidence:
    """Return the evidence with only wrong parameters in view: the directions of the others are left out."""
    ones = evidence.parameters
    if family.features:
        seen = replace(ones[0], directions=ones[0].directions[wrong], step=ones[0].step[:, wrong])
        return replace(evidence, parameters=(seen,))
    return replace(
        evidence,
        parameters=tuple(
            one if place in wrong else replace(one, directions=one.directions[:0], step=one.step[:, :0])
            for place, one in enumerate(ones)
        ),
    )


def of_entries(evidence: Evidence, counted: Evidence, wrong: list[int]) -> Evidence:
    """Return two matrices made of single weights with only the wrong ones in view."""
    order = sorted(range(len(evidence.parameters)), key=lambda place: evidence.parameters[place].name)
    half = len(order) // 2
    matrices = []
    for number, one in enumerate(counted.parameters):
        kept = [at for at, place in enumerate(order[number * half : (number + 1) * half]) if place in wrong]
        matrices.append(replace(one, directions=one.directions[kept], step=one.step[:, kept]))
    return replace(counted, parameters=tuple(matrices))


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


def is_transposed(one: Parameter, loss: int) -> bool:
    """Tell whether a square matrix moves along its transposed slope."""
    if len(one.shape) != 2 or one.shape[0] != one.shape[1] or one.shape[0] < 2:
        return False
    steps_seen, slopes = full(one, one.step), full(one, one.slope[:, loss])
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


def constant(row: Array) -> bool:
    """Tell whether all numbers of a row are the same, and none of them zero."""
    return bool(np.isfinite(row).all() and row.all() and np.ptp(row) <= TOLERANCE * np.abs(row).max())
