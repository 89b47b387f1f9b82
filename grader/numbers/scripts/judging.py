"""Judge a script's steps: each parameter's beside the slope of the script's own loss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.inside.scripts.syntax import TOTAL
from grader.numbers.scripts import factors
from grader.numbers.scripts.families import recognise
from grader.numbers.scripts.fitting import Fit, equal, fit, is_common, of_parameter
from grader.numbers.scripts.layers import merged
from grader.numbers.scripts.misfits import WEAK, is_explained, misfit
from grader.numbers.scripts.records import GUESSED, Evidence, Loss, Parameter
from grader.numbers.scripts.verdicts import Found, Judgement


def judge(evidence: Evidence) -> Judgement:
    """Judge the steps.

    A step that fits any loss the round shows is right in its direction; it is called wrong only where it
    fits none, and a loss that can bear a verdict was seen.
    """
    fits = {
        loss: [of_parameter(evidence, one, loss) for one in evidence.parameters]
        for loss in range(len(evidence.losses))
    }
    plain = any(loss.is_plain for loss in evidence.losses)
    # A guess counts only where the script shows no loss of its own.
    serious = [loss for loss in fits if not (plain and evidence.losses[loss].is_guessed)]
    for loss in sorted(serious, key=lambda number: not evidence.losses[number].is_own):
        if is_explained(evidence, loss, fits[loss]):
            return in_direction(evidence, loss, fits[loss])
    adaptive = by_rates(evidence)
    if adaptive is not None:
        return adaptive
    return misfit(evidence, fits)


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


# ---- all steps have the right direction ----------------------------------------------------------


def in_direction(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> Judgement:
    """Judge the size of steps that have the right direction, then the second round."""
    factor = next(one.factor for one in fits if not one.blind)
    rate, left = next(
        (
            factors.rate_of(one, factor, evidence.single)
            for one, seen in zip(evidence.parameters, fits, strict=True)
            if not seen.blind
        )
    )
    found = [Found("right", factor=left) for _ in fits]
    uncleared = [is_uncleared(evidence, one, loss, factor) for one in evidence.parameters]
    if any(uncleared):
        mistake = "not_cleared" if all(uncleared) else "not_all_cleared"
        found = [Found("wrong", mistake) if bad else Found("right") for bad in uncleared]
        return Judgement("wrong", mistake, loss, rate, factor, tuple(found))
    if factor < 0 and bears_sign(evidence, loss):
        found = [Found("wrong", "uphill", left) for _ in fits]
        return Judgement("wrong", "uphill", loss, rate, factor, tuple(found))
    mistake, number = "", 0
    if left is not None and not equal(left, 1.0, evidence.single) and evidence.losses[loss].size == 1:
        value = abs(factor / left)
        mistake, number = factors.named(left, factors.sizes(evidence), value, evidence.single)
        if not mistake and evidence.losses[loss].is_plain:
            mistake = "another_factor"
    one = evidence.losses[loss]
    if (
        mistake
        and one.is_own
        and one.how not in WEAK
        and not is_for_show(one, mistake)
        and not evidence.optimiser
    ):
        found = [Found("constant", mistake, left, number) for _ in fits]
        return Judgement("constant", mistake, loss, rate, factor, tuple(found))
    return Judgement("right", "right", loss, rate, factor, tuple(found))


def is_for_show(loss: Loss, mistake: str) -> bool:
    """Tell whether a loss is perhaps only shown, in another measure than the one that is trained for.

    A total is often shown where the mean is trained for, and a square where half of it is.
    """
    if loss.occasional:
        return True
    if TOTAL.search(loss.name):
        return mistake in ("half", "averaged", "averaged_half", "averaged_twice")
    return mistake in ("half", "twice") and (not loss.is_plain or loss.name.lower().endswith(("mse", "sse")))


def bears_sign(evidence: Evidence, loss: int) -> bool:
    """Tell whether a loss is surely one to be made small: it is called so, or it is a known model's."""
    one = evidence.losses[loss]
    if one.is_plain:
        return True
    return one.how in GUESSED and recognise(merged(evidence), loss) is not None


def is_uncleared(evidence: Evidence, one: Parameter, loss: int, factor: float) -> bool:
    """Tell whether a second round's step holds the first round's slope once more."""
    if len(one.second_step) == 0:
        return False
    rows = len(one.second_step)
    first, second = one.slope[:rows, loss], one.second_slope[:, loss]
    error = one.error[:rows, loss]
    alone = fit(one.second_step, second, error, evidence.single)
    if alone.blind or (alone.holds and equal(alone.factor, factor, evidence.single)):
        return False
    both = fit(one.second_step, first + second, error, evidence.single)
    return both.holds and not both.blind and equal(both.factor, factor, evidence.single)
