"""Judge a script's steps: each parameter's beside the slope of the script's own loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from grader.numbers.scripts.evidence.records import WEAK, Evidence
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging import factors
from grader.numbers.scripts.judging.bearing import is_explained
from grader.numbers.scripts.judging.fitting import Fit, equal, is_common, of_parameter
from grader.numbers.scripts.judging.lengths import in_direction
from grader.numbers.scripts.judging.misfits import misfit
from grader.numbers.scripts.judging.owning import of_several
from grader.numbers.scripts.judging.penalties import without_penalty
from grader.numbers.scripts.judging.second import after_two_rounds


def judge(evidence: Evidence) -> Judgement:
    """Judge the steps.

    A step that fits any loss the round shows is right in its direction; it is called wrong only where it
    fits none, and a loss that can bear a verdict was seen.
    """
    fits = fits_of(evidence)
    return after_two_rounds(evidence, of_first_round(evidence, fits), fits)


def fits_of(evidence: Evidence) -> Mapping[int, Sequence[Fit]]:
    """Return how every parameter's steps relate to the slopes of every loss."""
    return {
        loss: [of_parameter(evidence, one, loss) for one in evidence.parameters]
        for loss in range(len(evidence.losses))
    }


def of_first_round(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement:
    """Judge the steps of a first round."""
    plain = any(loss.is_plain for loss in evidence.losses)
    # A guess counts only where the script shows no loss of its own.
    serious = [loss for loss in fits if not (plain and evidence.losses[loss].is_guessed)]
    explaining = [loss for loss in serious if is_explained(evidence, loss, fits[loss])]
    if explaining:
        own = sorted(explaining, key=lambda number: not evidence.losses[number].is_own)
        loss = next((loss for loss in own if is_exact(evidence, loss, fits[loss])), own[0])
        return without_penalty(evidence, loss, fits) or in_direction(evidence, loss, fits[loss])
    adaptive = by_rates(evidence) or by_own_rates(evidence, {loss: fits[loss] for loss in serious})
    if adaptive is not None:
        return adaptive
    if (several := of_several(evidence, fits)) is not None:
        return several
    return misfit(evidence, fits)


def is_exact(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> bool:
    """Tell whether steps are the rate in them times the slope of a loss that is surely the script's.

    A script may work out a sum and its mean, and steps that are right for one are not too long for the other.
    """
    one = evidence.losses[loss]
    pairs = zip(evidence.parameters, fits, strict=True)
    rated = [
        factors.rate_of(parameter, seen.factor, evidence.single)[1]
        for parameter, seen in pairs
        if not seen.blind
    ]
    return one.is_plain and one.how not in WEAK and all(left == 1.0 for left in rated)


def is_changing(rate: np.ndarray) -> bool:
    """Tell whether a rate is known at every draw, and not the same everywhere."""
    return bool(np.isfinite(rate).all() and rate.all() and np.ptp(rate) > 0)


def by_rates(evidence: Evidence) -> Judgement | None:
    """Judge steps in units of rates that change from round to round; None where that fails."""
    for loss in range(len(evidence.losses)):
        fits = []
        for one in evidence.parameters:
            changing = [rate for rate in one.rates.values() if is_changing(rate)]
            if not changing:
                break
            fits.append(of_parameter(evidence, one, loss, changing[0]))
        if len(fits) == len(evidence.parameters) and is_common(fits, evidence.single):
            return Judgement("right", "right", loss, "", 1.0, tuple(Found("right") for _ in fits))
    return None


def by_own_rates(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement | None:
    """Judge steps that are each as many times a named rate and a guessed slope; None where that fails."""
    for loss in (number for number in fits if evidence.losses[number].is_guessed):
        if not all(seen.holds and not seen.blind and seen.factor > 0 for seen in fits[loss]):
            continue
        lefts = []
        for one, seen in zip(evidence.parameters, fits[loss], strict=True):
            named = {name: value for name, value in factors.rates(one).items() if name.isidentifier()}
            lefts += [seen.factor / value for value in named.values()] if len(named) == 1 else [0.0]
        counts = evidence.losses[loss].counts
        natural = factors.is_natural(lefts[0], counts, evidence.single)
        if natural and all(equal(left, lefts[0], evidence.single) for left in lefts):
            return Judgement("right", "right", loss, "", 1.0, tuple(Found("right") for _ in lefts))
    return None
