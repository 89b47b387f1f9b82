"""Judge a script's steps: each parameter's beside the slope of the script's own loss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from grader.grading.scripts import factors
from grader.grading.scripts.fitting import Fit, equal, fit, of_parameter
from grader.grading.scripts.records import Evidence, Parameter


@dataclass(frozen=True)
class Found:
    """A verdict on one parameter before it has a sentence: the mistake's id, and the number in it."""

    verdict: str
    mistake: str = ""
    factor: float | None = None
    number: int = 0


@dataclass(frozen=True)
class Judgement:
    """What the evidence says: of the script, of each parameter, against which loss, at which rate."""

    verdict: str
    reason: str
    loss: int = -1
    rate: str = ""
    factor: float = 1.0
    parameters: tuple[Found, ...] = field(default_factory=tuple)


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
    serious = [loss for loss in fits if not (plain and evidence.losses[loss].how in ("squared", "assumed"))]
    for loss in sorted(serious, key=lambda number: not evidence.losses[number].is_own):
        if is_common(fits[loss], evidence.single):
            return in_direction(evidence, loss, fits[loss])
    adaptive = by_rates(evidence)
    if adaptive is not None:
        return adaptive
    return misfit(evidence, fits)


def is_changing(rate: np.ndarray) -> bool:
    """Tell whether a rate is known at every draw, and not the same everywhere."""
    return bool(np.isfinite(rate).all() and rate.all() and np.ptp(rate) > 0)


def misfit(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement:
    """Judge steps that fit no loss."""
    bearing = [number for number in fits if bears(evidence, number, fits[number])]
    if not bearing:
        return Judgement("not_judged", "no_loss")
    if evidence.memory:
        return Judgement("not_judged", "memory", bearing[0])
    if evidence.differenced:
        return Judgement("not_judged", "differences", bearing[0])
    best = max(bearing, key=lambda number: (holding(fits[number]), -number))
    judged = out_of_direction(evidence, best, fits[best])
    off = any(one.mistake == "direction" for one in judged.parameters)
    if off and is_regularised(evidence, best, fits[best]):
        return Judgement("not_judged", "regularised", best)
    return judged


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
    return holding(fits) > 0


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


def is_common(fits: Sequence[Fit], single: bool) -> bool:
    """Tell whether all parameters fit with one factor, and at least one says anything."""
    speaking = [one for one in fits if not one.blind]
    if not speaking or not all(one.holds for one in speaking):
        return False
    return all(equal(one.factor, speaking[0].factor, single) for one in speaking)


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
    if factor < 0 and evidence.losses[loss].is_plain:
        found = [Found("wrong", "uphill", left) for _ in fits]
        return Judgement("wrong", "uphill", loss, rate, factor, tuple(found))
    mistake, number = "", 0
    if left is not None and not equal(left, 1.0, evidence.single) and evidence.losses[loss].size == 1:
        value = abs(factor / left)
        mistake, number = factors.named(left, factors.sizes(evidence), value, evidence.single)
        if not mistake and evidence.losses[loss].is_plain:
            mistake = "another_factor"
    if (
        mistake
        and evidence.losses[loss].is_own
        and evidence.losses[loss].how != "squared"
        and not evidence.optimiser
    ):
        found = [Found("constant", mistake, left, number) for _ in fits]
        return Judgement("constant", mistake, loss, rate, factor, tuple(found))
    return Judgement("right", "right", loss, rate, factor, tuple(found))


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


# ---- some step has another direction -------------------------------------------------------------


def out_of_direction(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> Judgement:
    """Say which parameters' steps do not fit, and which do."""
    factor, rate = common_factor(evidence, fits)
    found = tuple(
        one_of(evidence, one, loss, seen, factor) for one, seen in zip(evidence.parameters, fits, strict=True)
    )
    wrong = [one for one in found if one.verdict != "right"]
    weak = all(one.mistake == "direction" for one in wrong) and not is_proven(evidence, loss, fits)
    if not wrong or weak:
        return Judgement("not_judged", "too_few_draws", loss)
    reason = wrong[0].mistake if len({one.mistake for one in wrong}) == 1 else "direction"
    return Judgement("wrong", reason, loss, rate, factor or 1.0, found)


def is_proven(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> bool:
    """Tell whether a misfit shows at two points, and the steps are surely for this loss."""
    if max(one.draws for one in fits) < 2:
        return False
    return evidence.losses[loss].is_plain or holding(fits) > 0


def common_factor(evidence: Evidence, fits: Sequence[Fit]) -> tuple[float | None, str]:
    """Return the factor of right steps: a rate in the file, or what most parameters have."""
    holding = [
        (one, seen)
        for one, seen in zip(evidence.parameters, fits, strict=True)
        if seen.holds and not seen.blind
    ]
    for one, seen in holding:
        name, left = factors.rate_of(one, seen.factor, evidence.single)
        if left == 1.0:
            return seen.factor, name
    known = {value: name for one in evidence.parameters for name, value in factors.rates(one).items()}
    if len(known) == 1:
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
