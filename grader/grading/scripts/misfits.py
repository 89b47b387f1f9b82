"""Judge steps that fit no loss: say which parameters' are off, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from grader.grading.scripts import factors
from grader.grading.scripts.families import recognise
from grader.grading.scripts.fitting import Fit, equal, fit, is_common
from grader.grading.scripts.layers import merged
from grader.grading.scripts.records import Evidence, Parameter
from grader.grading.scripts.verdicts import Found, Judgement

WEAK = ("squared", "told", "asked")
"""How a loss is seen that may be another one than the script trains for, up to a constant."""


def misfit(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement:
    """Judge steps that fit no loss."""
    bearing = bearing_losses(evidence, fits)
    if not bearing:
        return Judgement("not_judged", "no_loss")
    if evidence.memory:
        return Judgement("not_judged", "memory", bearing[0])
    if evidence.differenced:
        return Judgement("not_judged", "differences", bearing[0])
    best = max(bearing, key=lambda number: (holding(fits[number]), -number))
    if evidence.losses[best].is_plain and is_for_square(evidence, fits):
        each = tuple(Found("wrong", "another_loss") for _ in evidence.parameters)
        return Judgement("wrong", "another_loss", best, parameters=each)
    judged = out_of_direction(evidence, best, fits[best])
    off = any(one.mistake == "direction" for one in judged.parameters)
    if off and is_regularised(evidence, best, fits[best]):
        return Judgement("not_judged", "regularised", best)
    return judged


def bearing_losses(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> list[int]:
    """Return the losses against which steps may be called wrong: plain ones, or else the next best."""
    bearing = [number for number in fits if bears(evidence, number, fits[number])]
    plain = [number for number in bearing if evidence.losses[number].is_plain]
    return plain or bearing


def is_for_square(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> bool:
    """Tell whether the steps follow the square of a difference, though the script's loss is another."""
    return any(
        evidence.losses[number].how == "squared" and is_common(fits[number], evidence.single)
        for number in fits
    )


def holding(fits: Sequence[Fit]) -> int:
    """Return how many parameters' steps are seen to fit."""
    return sum(one.holds and not one.blind for one in fits)


def bears(evidence: Evidence, number: int, fits: Sequence[Fit]) -> bool:
    """Tell whether steps that do not fit a loss may be called wrong.

    What is only called an error, or is the square of a difference, has to fit some parameter first.
    """
    loss = evidence.losses[number]
    if not loss.is_own or loss.is_plain:
        return loss.is_own
    if loss.how != "squared" and not (loss.size == 1 and (evidence.values[:, number] >= 0).all()):
        return False
    known = loss.how in ("name", "call", "list", "local", "returned")
    return holding(fits) > 0 or (known and recognise(merged(evidence), number) is not None)


def is_regularised(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> bool:
    """Tell whether what is off a slope is a multiple of the parameter: a penalty that the loss lacks."""
    pairs = zip(evidence.parameters, fits, strict=True)
    off = [one for one, seen in pairs if not seen.holds and not seen.silent]
    for one in off:
        columns = np.stack([one.slope[:, loss].ravel(), one.start.ravel()], axis=1)
        step = one.step.ravel()
        if len(step) < 4 or not np.isfinite(columns).all():
            return False
        found, *_ = np.linalg.lstsq(columns, step, rcond=None)
        if np.abs(columns @ found - step).max() > 1e-3 * np.abs(step).max() or not found.all():
            return False
    return bool(off)


def out_of_direction(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> Judgement:
    """Say which parameters' steps do not fit, and which do."""
    factor, rate = common_factor(evidence, loss, fits)
    found = tuple(
        one_of(evidence, one, loss, seen, factor) for one, seen in zip(evidence.parameters, fits, strict=True)
    )
    wrong = [one for one in found if one.verdict != "right"]
    weak = all(one.mistake == "direction" for one in wrong) and not is_proven(evidence, loss, fits)
    if not wrong or weak:
        return Judgement("not_judged", "too_few_draws", loss)
    reason = wrong[0].mistake if len({one.mistake for one in wrong}) == 1 else "direction"
    if reason == "uphill":
        reason = "part_uphill"
    return Judgement("wrong", reason, loss, rate, factor or 1.0, found)


def is_proven(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> bool:
    """Tell whether a misfit shows at two points, and the steps are surely for this loss."""
    if max(one.draws for one in fits) < 2:
        return False
    return evidence.losses[loss].is_plain or holding(fits) > 0


def common_factor(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> tuple[float | None, str]:
    """Return the factor of right steps: a rate in the file, or what most parameters have.

    Up to which constant a weak loss is the script's is not known, so that it says little of the rate.
    """
    how = evidence.losses[loss].how
    holding = [
        (one, seen)
        for one, seen in zip(evidence.parameters, fits, strict=True)
        if seen.holds and not seen.blind
    ]
    for one, seen in holding if how != "squared" else ():
        name, left = factors.rate_of(one, seen.factor, evidence.single)
        if left == 1.0:
            return seen.factor, name
    known = {value: name for one in evidence.parameters for name, value in factors.rates(one).items()}
    if len(known) == 1 and how not in WEAK:
        value, name = next(iter(known.items()))
        return value, name
    if not holding:
        return None, ""
    counts = Counter(float(f"{seen.factor:.3g}") for _, seen in holding)
    common, times = counts.most_common(1)[0]
    return (common, "") if times > 1 or len(holding) == 1 else (None, "")


def one_of(evidence: Evidence, one: Parameter, loss: int, seen: Fit, factor: float | None) -> Found:
    """Judge one parameter beside the others."""
    if seen.blind:
        return Found("right")
    if seen.silent:
        return Found("wrong", "no_step")
    if seen.holds:
        if factor is None:
            return Found("wrong", "unequal")
        if equal(seen.factor, factor, evidence.single) or (
            evidence.single and equal(seen.factor, factor, True)
        ):
            return Found("right")
        left = seen.factor / factor
        mistake, number = factors.named(left, factors.sizes(evidence), abs(factor), evidence.single)
        return Found("wrong", mistake or "another_factor", left, number)
    if one.late_slope is not None and len(one.late_slope):
        rows = len(one.late_slope)
        late = fit(one.step[:rows], one.late_slope[:, loss], one.error[:rows, loss], evidence.single)
        if late.holds and not late.blind and (factor is None or equal(late.factor, factor, evidence.single)):
            return Found("wrong", "late")
    return Found("wrong", "direction")
