"""Judge steps that fit no loss: say which parameters' are off, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.numbers.scripts import factors
from grader.numbers.scripts.families import recognise
from grader.numbers.scripts.fitting import Fit, equal, fit, is_common, of_late
from grader.numbers.scripts.layers import merged
from grader.numbers.scripts.owning import is_trained_for_others
from grader.numbers.scripts.records import GUESSED, Evidence, Parameter
from grader.numbers.scripts.verdicts import Found, Judgement

WEAK = (*GUESSED, "told", "asked")
"""How a loss is seen that may be another one than the script trains for, up to a constant."""


def misfit(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement:
    """Judge steps that fit no loss."""
    bearing = bearing_losses(evidence, fits)
    if not bearing:
        return Judgement("not_judged", "no_loss")
    if not set(evidence.memory) <= set().union(*(one.rates for one in evidence.parameters)):
        return Judgement(
            "not_judged", "memory", bearing[0]
        )  # a rate that is carried leaves a step its direction
    if evidence.differenced:
        return Judgement("not_judged", "differences", bearing[0])
    best = max(bearing, key=lambda number: (holding(fits[number]), -number))
    square = square_that_fits(evidence, fits)
    if evidence.losses[best].is_plain and square is not None:
        return beside_square(evidence, best, square)
    if is_trained_for_others(evidence, best, fits):
        return Judgement("not_judged", "several", best)
    judged = out_of_direction(evidence, best, fits[best])
    off = any(one.mistake == "direction" for one in judged.parameters)
    return (
        of_penalty(evidence, best, bearing, fits)
        if off and is_regularised(evidence, best, fits[best])
        else judged
    )


def of_penalty(
    evidence: Evidence, best: int, bearing: Sequence[int], fits: Mapping[int, Sequence[Fit]]
) -> Judgement:
    """Judge steps that are off by a multiple of the parameters: wrong where the loss has a penalty."""
    whole = with_penalty(evidence, best, bearing)
    if whole is None:
        return Judgement("not_judged", "regularised", best)
    judged = out_of_direction(evidence, whole, fits[whole])
    if judged.verdict != "wrong" or any(one.mistake not in ("", "direction") for one in judged.parameters):
        return judged
    each = tuple(replace(one, mistake="penalty") if one.mistake else one for one in judged.parameters)
    return replace(judged, parameters=each, reason="penalty")


def with_penalty(evidence: Evidence, best: int, bearing: Sequence[int]) -> int | None:
    """Return the plain loss that is a loss that was seen and a multiple of the parameters' squares."""
    pairs = [(number, best) for number in bearing if evidence.losses[number].is_plain and number != best]
    if evidence.losses[best].is_plain:
        pairs = [(best, number) for number in range(len(evidence.losses)) if number != best] + pairs
    return next((whole for whole, bare in pairs if is_penalised(evidence, whole, bare)), None)


def is_penalised(evidence: Evidence, whole: int, bare: int) -> bool:
    """Tell whether one loss is another one and a multiple of the squares of some parameters."""
    parts = [(one, one.slope[:, whole] - one.slope[:, bare]) for one in evidence.parameters]
    if not all(np.isfinite(part).all() and one.slope[:, bare].any() for one, part in parts):
        return False
    added = [
        (one, part) for one, part in parts if np.abs(part).max() > 1e-7 * np.abs(one.slope[:, whole]).max()
    ]
    return bool(added) and all(is_multiple(part, one.start) for one, part in added)


def is_multiple(numbers: np.ndarray, others: np.ndarray) -> bool:
    """Tell whether numbers are a positive multiple of others, up to rounding."""
    factor = float(np.vdot(numbers, others)) / (float(np.vdot(others, others)) or 1.0)
    return factor > 0 and bool(np.abs(numbers - factor * others).max() <= 1e-3 * np.abs(numbers).max())


def bearing_losses(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> list[int]:
    """Return the losses against which steps may be called wrong: plain ones, or else the next best."""
    bearing = [number for number in fits if bears(evidence, number, fits[number])]
    plain = [number for number in bearing if evidence.losses[number].is_plain]
    return plain or bearing


def square_that_fits(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> int | None:
    """Return the square of a difference that the steps follow, though the script's loss is another."""
    for number, one in enumerate(evidence.losses):
        if one.how == "squared" and is_explained(evidence, number, fits[number]):
            return number
    return None


def beside_square(evidence: Evidence, shown: int, square: int) -> Judgement:
    """Judge steps that follow a squared error where the script shows another loss.

    That one is a measure only, where it is a squared error too, of other data say, or its root; a
    cross-entropy is what the steps should follow.
    """
    family = recognise(merged(evidence), shown)
    if is_along(evidence, shown, square) or (family is not None and family.loss == "squared error"):
        return Judgement(
            "right", "right", square, "", 1.0, tuple(Found("right") for _ in evidence.parameters)
        )
    if family is not None and "cross-entropy" in family.loss:
        each = tuple(Found("wrong", "another_loss") for _ in evidence.parameters)
        return Judgement("wrong", "another_loss", shown, parameters=each)
    return Judgement("not_judged", "another_loss", shown)


def is_along(evidence: Evidence, one: int, other: int) -> bool:
    """Tell whether at every draw the slopes of two losses differ by one positive factor."""
    for draw in range(len(evidence.items)):
        left = np.concatenate([parameter.slope[draw, one] for parameter in evidence.parameters])
        right = np.concatenate([parameter.slope[draw, other] for parameter in evidence.parameters])
        factor = float(left @ right) / (float(right @ right) or 1.0)
        if factor <= 0 or len(left) < 2 or np.abs(left - factor * right).max() > 1e-3 * np.abs(left).max():
            return False
    return True


def is_explained(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> bool:
    """Tell whether a loss explains all steps: it has to depend on all that moves."""
    pairs = zip(evidence.parameters, fits, strict=True)
    if evidence.losses[loss].is_guessed and any(seen.blind and one.step.any() for one, seen in pairs):
        return False
    if any(is_apart(one, loss) for one in evidence.parameters):
        return False
    return is_common(fits, evidence.single)


def is_apart(one: Parameter, loss: int) -> bool:
    """Tell whether a parameter moves on which a loss does not depend."""
    return bool(one.step.any()) and not one.slope[:, loss].any()


def holding(fits: Sequence[Fit]) -> int:
    """Return how many parameters' steps are seen to fit."""
    return sum(one.holds and not one.blind for one in fits)


def bears(evidence: Evidence, number: int, fits: Sequence[Fit]) -> bool:
    """Tell whether steps that do not fit a loss may be called wrong.

    What is only called an error, or is guessed from a difference, has to fit some parameter first, or to be
    the loss of a known model.
    """
    loss = evidence.losses[number]
    if loss.how == "probe":
        return is_at_rate_in_part(evidence, fits)
    if not loss.is_own or loss.is_plain:
        return loss.is_own
    if not loss.is_guessed and not (loss.size == 1 and (evidence.values[:, number] >= 0).all()):
        return False
    known = loss.how in ("name", "call", "list", "local", "returned", "squared", "asked")
    family = recognise(merged(evidence), number) if known and not holding(fits) else None
    # A difference that happens to be positive at every draw looks like an absolute error.
    return holding(fits) > 0 or (family is not None and family.loss != "absolute error")


def is_at_rate_in_part(evidence: Evidence, fits: Sequence[Fit]) -> bool:
    """Tell whether some step is exactly its rate times the slope, and none that fits goes the other way."""
    pairs = [
        (one, seen)
        for one, seen in zip(evidence.parameters, fits, strict=True)
        if seen.holds and not seen.blind and seen.draws > 1
    ]
    at_rate = [factors.rate_of(one, seen.factor, evidence.single)[1] == 1.0 for one, seen in pairs]
    return any(at_rate) and all(seen.factor > 0 for _, seen in pairs)


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
        parts = np.abs(columns * found).max(axis=0)
        if np.abs(columns @ found - step).max() > 1e-3 * np.abs(step).max() or parts[0] < 1e-3 * parts[1]:
            return False
    return bool(off)


def out_of_direction(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> Judgement:
    """Say which parameters' steps do not fit, and which do."""
    factor, rate = common_factor(evidence, loss, fits)
    found = tuple(
        one_of(evidence, one, loss, seen, factor) for one, seen in zip(evidence.parameters, fits, strict=True)
    )
    wrong = [one for one in found if one.verdict == "wrong"]
    unknown = [one for one in found if one.verdict == "not_judged"]
    if unknown and not wrong:
        return Judgement("not_judged", unknown[0].mistake, loss)
    weak = all(one.mistake == "direction" for one in wrong) and not is_proven(evidence, loss, fits)
    if not wrong and all(one.holds and not one.blind for one in fits):
        return Judgement("right", "right", loss, rate, factor or 1.0, found)
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
    if evidence.losses[loss].is_plain or holding(fits) > 0:
        return True
    return recognise(merged(evidence), loss) is not None


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
    rated = [
        (seen.factor, factors.rate_of(one, seen.factor, evidence.single))
        for one, seen in holding
        if how not in GUESSED
    ]
    for whole in (True, False):  # a rate as it stands comes before one that the statement divides
        for factor, (name, left) in rated:
            if left == 1.0 and (" / " not in name) == whole:
                return factor, name
    known = {value: name for one in evidence.parameters for name, value in factors.rates(one).items()}
    if len(known) == 1 and how not in WEAK and evidence.losses[loss].is_plain:
        value, name = next(iter(known.items()))
        return value, name
    if not holding:
        return None, ""
    if (usual := usual_factor(evidence, holding, evidence.losses[loss].counts)) is not None:
        return usual, ""
    # Whatever the loss is up to a constant, it is to be made small.
    downhill = [seen.factor for _, seen in holding if seen.factor > 0] or [seen.factor for _, seen in holding]
    counts = Counter(float(f"{factor:.3g}") for factor in downhill)
    common, times = counts.most_common(1)[0]
    return (common, "") if times > 1 or len(downhill) == 1 else (None, "")


def usual_factor(
    evidence: Evidence, holding: Sequence[tuple[Parameter, Fit]], counts: Sequence[int]
) -> float | None:
    """Return the one factor of steps that are a sum's or a mean's, where some are and others not."""
    lefts = [(seen.factor, factors.rate_of(one, seen.factor, evidence.single)[1]) for one, seen in holding]
    if not any(counts) or any(left is None for _, left in lefts):
        return None
    usual = [factor for factor, left in lefts if left and factors.is_natural(left, counts, evidence.single)]
    if not usual or len(usual) == len(lefts) or not all(equal(one, usual[0]) for one in usual):
        return None
    return usual[0]


def one_of(evidence: Evidence, one: Parameter, loss: int, seen: Fit, factor: float | None) -> Found:
    """Judge one parameter beside the others."""
    if is_apart(one, loss) and not evidence.losses[loss].asked:
        return Found("not_judged", "apart")
    if seen.blind:
        return Found("right")
    if seen.silent:
        return Found("wrong", "no_step")
    if seen.holds:
        if factor is None:
            return Found("wrong", "unequal")
        name, own = factors.rate_of(one, seen.factor, evidence.single)
        at_own_rate = own == 1.0 and " / " not in name and not evidence.losses[loss].is_guessed
        if at_own_rate or equal(seen.factor, factor, evidence.single):
            return Found("right")
        left = seen.factor / factor
        mistake, number = factors.named(left, factors.sizes(evidence), abs(factor), evidence.single)
        return Found("wrong", mistake or "another_factor", left, number)
    late = of_late(evidence, one, loss)
    if late.holds and not late.blind and (factor is None or equal(late.factor, factor, evidence.single)):
        return Found("not_judged", "coordinate")
    return (
        Found("not_judged", "moved_again")
        if is_moved_again(evidence, one, loss)
        else Found("wrong", "direction")
    )


def is_moved_again(evidence: Evidence, one: Parameter, loss: int) -> bool:
    """Tell whether one of several statements that move a parameter steps along the slope."""
    if one.first_step is None or np.array_equal(one.first_step, one.step):
        return False
    parts = (one.first_step, one.step - one.first_step)
    fits = (fit(part, one.slope[:, loss], one.error[:, loss], evidence.single) for part in parts)
    return any(seen.holds and not seen.blind for seen in fits)
