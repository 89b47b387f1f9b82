"""Name a wrong step: what known mistakes would give is worked out and compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.evidence.verdicts import Judgement
from grader.numbers.scripts.models import families
from grader.numbers.scripts.models.layers import Family
from grader.numbers.scripts.models.units import LOSSES, Array
from grader.numbers.scripts.naming.backprop import MISTAKES, steps
from grader.numbers.scripts.naming.relations import (
    TOLERANCE,
    factors_of,
    is_multiple,
    of_others,
    over_all,
    swapped,
    times_loss,
    transposed,
)


def name(evidence: Evidence, judgement: Judgement, family: Family | None) -> Judgement:
    """Return the judgement with the mistake's id where a known mistake gives the observed steps."""
    if family is not None and judgement.verdict == "constant" and judgement.reason == "another_factor":
        return of_length(evidence, judgement, family)
    if (borrowed := of_another_length(evidence, judgement)) is not None:
        return borrowed
    off = ("direction", "another_loss")
    wrong = [place for place, one in enumerate(judgement.parameters) if one.mistake in off]
    if not wrong:
        return judgement
    ids = [*transposed(evidence, judgement, wrong), *factors_of(evidence, judgement, wrong)]
    if not ids:
        ids = [
            *(times_loss(evidence, judgement, wrong) if judgement.reason != "another_loss" else ()),
            *over_all(evidence, judgement, wrong),
            *swapped(evidence, judgement, wrong),
        ]
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


def of_another_length(evidence: Evidence, judgement: Judgement) -> Judgement | None:
    """Return the judgement with the mistake's id where wrong steps are another parameter's, None where not.

    Of one sample, slopes of weights behind one unit differ by the ratio of its inputs.
    """
    wrong = [place for place, one in enumerate(judgement.parameters) if one.verdict == "wrong"]
    if not wrong or any(judgement.parameters[place].mistake != "another_factor" for place in wrong):
        return None
    if not all(is_of_another(evidence, place, judgement) for place in wrong):
        return None
    id = "slope_of_another"
    found = tuple(
        replace(one, mistake=id) if place in wrong else one for place, one in enumerate(judgement.parameters)
    )
    return replace(judgement, parameters=found, reason=id)


def is_of_another(evidence: Evidence, place: int, judgement: Judgement) -> bool:
    """Tell whether a parameter moves by the step that is right for another one, at two points or more."""
    one = evidence.parameters[place]
    rights = (
        judgement.factor * other.slope[:, judgement.loss] for other in evidence.parameters if other is not one
    )
    return len(one.step) > 1 and any(
        right.shape == one.step.shape and np.abs(one.step - right).max() <= 1e-4 * np.abs(one.step).max()
        for right in rights
    )


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
    draws, ones = range(len(evidence.items)), evidence.parameters
    try:
        with np.errstate(all="ignore"):
            if id == "input_missing":
                rows = [without_input(evidence, family, draw) for draw in draws]
            else:
                rows = [steps(evidence, family, draw, MISTAKES[id]) for draw in draws]
        pairs = [(draw, place) for draw, row in enumerate(rows) for place in sorted(row)]
        expected = [ones[place].directions @ rows[draw][place].ravel() for draw, place in pairs]
        return np.concatenate([ones[place].step[draw] for draw, place in pairs]), np.concatenate(expected)
    except ValueError:
        return np.zeros(0), np.zeros(0)


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
    id = id.partition(".")[0]
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
