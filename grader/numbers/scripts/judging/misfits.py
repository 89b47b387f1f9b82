"""Judge steps that fit no loss: say which parameters' are off, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.inside.scripts.rewriting.ranks import OTHER_DATA
from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging.bearing import bearing_losses, holding, square_that_fits
from grader.numbers.scripts.judging.fitting import Fit, is_along
from grader.numbers.scripts.judging.lengths import is_lone_difference
from grader.numbers.scripts.judging.owning import is_trained_for_others
from grader.numbers.scripts.judging.penalties import of_penalty, sign_of_rest
from grader.numbers.scripts.judging.singles import out_of_direction
from grader.numbers.scripts.models.families import is_proportional, recognise
from grader.numbers.scripts.models.layers import merged


def misfit(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement:
    """Judge steps that fit no loss."""
    bearing = bearing_losses(evidence, fits)
    if not bearing:
        return Judgement("not_judged", "no_loss")
    best = max(bearing, key=lambda number: (holding(fits[number]), -number))
    # A rate that is carried leaves a step its direction; of what begins empty, a first step holds nothing.
    if not evidence.empty and not all(set(evidence.memory) <= set(one.rates) for one in evidence.parameters):
        return Judgement("not_judged", "memory", best)
    square = square_that_fits(evidence, fits)
    if evidence.losses[best].is_plain and square is not None:
        return beside_square(evidence, best, square)
    if is_trained_for_others(evidence, best, fits):
        return Judgement("not_judged", "several", best)
    judged = out_of_direction(evidence, best, fits[best])
    if all(one.mistake != "direction" for one in judged.parameters):
        return judged
    sign = sign_of_rest(evidence, best, fits[best])
    return of_penalty(evidence, best, bearing, fits, judged, sign) if sign else judged


def beside_square(evidence: Evidence, shown: int, square: int) -> Judgement:
    """Judge steps that follow a squared error where the script shows another loss.

    That one is a measure only, where it is a squared error too, of other data say, or its root; a
    cross-entropy is what the steps should follow. What is below zero and a factor of the gradient is the
    error itself, whatever it is called.
    """
    if is_lone_difference(evidence, square):
        return Judgement("not_judged", "another_loss", shown)
    family = recognise(merged(evidence), shown)
    below = bool((evidence.values[:, shown] < 0).any())
    error = below and evidence.losses[shown].multiplied
    if error or is_along(evidence, shown, square) or (family is not None and family.loss == "squared error"):
        return Judgement(
            "right", "right", square, "", 1.0, tuple(Found("right") for _ in evidence.parameters)
        )
    if family is not None and "cross-entropy" in family.loss:
        each = tuple(Found("wrong", "another_loss") for _ in evidence.parameters)
        return Judgement("wrong", "another_loss", shown, parameters=each)
    if below:  # which no measure of a squared error is
        each = tuple(Found("wrong", "another_loss") for _ in evidence.parameters)
        return Judgement("wrong", "another_loss", shown, parameters=each)
    if is_of_another_difference(evidence, shown, square):
        each = tuple(Found("wrong", "another_difference") for _ in evidence.parameters)
        return Judgement("wrong", "another_difference", square, parameters=each)
    return Judgement("not_judged", "another_loss", shown)


def is_of_another_difference(evidence: Evidence, shown: int, square: int) -> bool:
    """Tell whether a sample's loss is the square of one difference, and the steps follow that of another."""
    if len(set(evidence.items)) < 2 or OTHER_DATA.search(evidence.losses[shown].name):
        return False
    return any(
        one.how == "squared"
        and one.name != evidence.losses[square].name
        and one.follows
        and is_proportional(evidence.values[:, number], evidence.values[:, shown])
        for number, one in enumerate(evidence.losses)
    )
