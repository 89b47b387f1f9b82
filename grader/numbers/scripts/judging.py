"""Judge a script's steps: each parameter's beside the slope of the script's own loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.inside.scripts.syntax import TOTAL
from grader.numbers.scripts import factors
from grader.numbers.scripts.families import recognise
from grader.numbers.scripts.fitting import Fit, equal, fit, is_common, of_parameter
from grader.numbers.scripts.layers import merged
from grader.numbers.scripts.misfits import WEAK, is_explained, misfit
from grader.numbers.scripts.owning import of_several
from grader.numbers.scripts.records import GUESSED, RESIDUAL, Evidence, Loss, Parameter
from grader.numbers.scripts.verdicts import Found, Judgement


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
    for loss in sorted(serious, key=lambda number: not evidence.losses[number].is_own):
        if is_explained(evidence, loss, fits[loss]):
            return in_direction(evidence, loss, fits[loss])
    adaptive = by_rates(evidence)
    if adaptive is not None:
        return adaptive
    if (several := of_several(evidence, fits)) is not None:
        return several
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
    """Judge the size of steps that have the right direction."""
    factor = next(one.factor for one in fits if not one.blind)
    rate, left = next(
        (
            factors.rate_of(one, factor, evidence.single)
            for one, seen in zip(evidence.parameters, fits, strict=True)
            if not seen.blind
        )
    )
    found = [Found("right", factor=left) for _ in fits]
    if evidence.losses[loss].is_guessed and is_by_chance(evidence, loss, factor, left):
        return Judgement("not_judged", "no_loss", loss)
    if factor < 0 and bears_sign(evidence, loss):
        found = [Found("wrong", "uphill", left) for _ in fits]
        return Judgement("wrong", "uphill", loss, rate, factor, tuple(found))
    mistake, number = "", 0
    if left is not None and not equal(left, 1.0, evidence.single) and evidence.losses[loss].size == 1:
        value = abs(factor / left)
        mistake, number = factors.named(left, factors.sizes(evidence), value, evidence.single)
        if mistake == "uphill":  # what is to be made large, a likelihood say
            mistake = ""
        elif not mistake and evidence.losses[loss].is_plain:
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


def is_by_chance(evidence: Evidence, loss: int, factor: float, left: float | None) -> bool:
    """Tell whether steps may follow a guessed loss by chance, or go up a loss that may not be the script's.

    On data without noise a single number moves along any slope: then its length has to be a usual one.
    """
    if factor < 0 and not bears_sign(evidence, loss):
        return True
    alone = len(evidence.parameters) == 1 and evidence.parameters[0].step.shape[1] == 1
    counts = evidence.losses[loss].counts
    return (
        alone
        and left is not None
        and any(counts)
        and not factors.is_natural(abs(left), counts, evidence.single)
    )


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
    if one.how == "local" and not RESIDUAL.search(one.name) and (evidence.values[:, loss] >= 0).all():
        return True
    return one.how in GUESSED and recognise(merged(evidence), loss) is not None


# ---- the second round ----------------------------------------------------------------------------


def after_two_rounds(
    evidence: Evidence, judgement: Judgement, fits: Mapping[int, Sequence[Fit]]
) -> Judgement:
    """Return the judgement of a first round unless the second holds something of it: slopes, or momentum."""
    if judgement.verdict not in ("right", "constant") and judgement.reason != "uphill":
        return judgement
    losses = [one.loss if one.loss >= 0 else judgement.loss for one in judgement.parameters]
    rows = [
        (one, loss, factor_of(fits[loss][place]))
        for place, (one, loss) in enumerate(zip(evidence.parameters, losses, strict=True))
    ]
    uncleared = [is_uncleared(evidence, *row) for row in rows]
    if any(uncleared):
        mistake = "not_cleared" if all(uncleared) else "not_all_cleared"
        found = [
            Found("wrong", mistake, loss=one.loss) if bad else replace(one, verdict="right", mistake="")
            for one, bad in zip(judgement.parameters, uncleared, strict=True)
        ]
        return replace(judgement, verdict="wrong", reason=mistake, parameters=tuple(found))
    if not (evidence.memory and any(is_carried_on(evidence, *row) for row in rows)):
        return judgement
    if judgement.reason in ("right", "uphill") and is_momentum(evidence, rows):
        return judgement if judgement.reason == "uphill" else replace(judgement, reason="momentum")
    return Judgement("not_judged", "memory", judgement.loss)


def factor_of(seen: Fit) -> float | None:
    """Return the factor of steps that fit, None where they fit in units of a changing rate only."""
    return seen.factor if seen.holds and not seen.blind else None


def is_uncleared(evidence: Evidence, one: Parameter, loss: int, factor: float | None) -> bool:
    """Tell whether a second round's step holds the first round's slope once more."""
    rows = len(one.second_step)
    alone = of_second(evidence, one, loss)
    if alone.blind or (alone.holds and (factor is None or equal(alone.factor, factor, evidence.single))):
        return False
    slopes = one.slope[:rows, loss] + one.second_slope[:, loss]
    both = fit(one.second_step, slopes, one.error[:rows, loss], evidence.single)
    held = both.holds and not both.blind
    return held and (factor is None or equal(both.factor, factor, evidence.single))


def is_carried_on(evidence: Evidence, one: Parameter, loss: int, factor: float | None) -> bool:
    """Tell whether a second step is off its slope, or was not seen: something is carried into it.

    A rate that is carried, and falls, leaves a step its direction.
    """
    if factor is None:
        return False
    alone = of_second(evidence, one, loss)
    if alone.blind or alone.silent:  # the script may end there
        return len(one.second_step) == 0
    of_rate = set(evidence.memory) <= set(one.rates)
    return not (alone.holds and (of_rate or equal(alone.factor, factor, evidence.single)))


def is_momentum(evidence: Evidence, rows: Sequence[tuple[Parameter, int, float | None]]) -> bool:
    """Tell whether all second steps hold one share, below 1, of the steps before them."""
    shares = []
    for one, loss, factor in rows:
        if factor is None or not len(one.second_step):
            return False
        rows_seen = len(one.second_step)
        rest = one.second_step - factor * one.second_slope[:, loss]
        shares.append(fit(rest, one.step[:rows_seen], one.error[:rows_seen, loss], evidence.single))
    return is_common(shares, evidence.single) and all(0 < one.factor < 1 for one in shares if not one.blind)


def of_second(evidence: Evidence, one: Parameter, loss: int) -> Fit:
    """Return how the steps of a second round relate to the slopes there."""
    rows = len(one.second_step)
    return fit(one.second_step, one.second_slope[:, loss], one.error[:rows, loss], evidence.single)
