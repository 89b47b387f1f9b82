"""Judge each parameter's step beside those of the others, where they do not all fit a loss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from grader.numbers.scripts.evidence.records import GUESSED, WEAK, Evidence, Loss, Parameter
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging import factors
from grader.numbers.scripts.judging.bearing import holding, is_apart
from grader.numbers.scripts.judging.fitting import Fit, equal, fit, of_held
from grader.numbers.scripts.judging.lengths import bears_sign, is_for_show
from grader.numbers.scripts.models.families import recognise
from grader.numbers.scripts.models.layers import merged


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
    if len(known) == 1 and how not in WEAK and bears_length(evidence.losses[loss]):
        value, name = next(iter(known.items()))
        return value, name
    if not holding:
        return None, ""
    if (usual := usual_factor(evidence, holding, evidence.losses[loss].counts)) is not None:
        return usual, ""
    # Whatever the loss is up to a constant, it is to be made small.
    downhill = [seen.factor for _, seen in holding if seen.factor > 0] or [seen.factor for _, seen in holding]
    (common, times), *others = Counter(float(f"{factor:.3g}") for factor in downhill).most_common()
    return (None, "") if others and times == others[0][1] else (common, "")


def bears_length(loss: Loss) -> bool:
    """Tell whether a loss is surely the script's, and its constant too: a sum of squares may be for show."""
    return loss.is_plain and not is_for_show(loss, "half")


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
    if seen.holds and evidence.scaled:
        return Found("right") if seen.factor > 0 else Found("wrong", "uphill")
    if seen.holds:
        return of_length(evidence, one, loss, seen, factor)
    late = of_held(evidence, one, loss)
    if late.holds and not late.blind and (factor is None or equal(late.factor, factor, evidence.single)):
        return Found("not_judged", "coordinate") if factor is None else Found("wrong", "late")
    moved_again = is_moved_again(evidence, one, loss)
    return Found("not_judged", "moved_again") if moved_again else Found("wrong", "direction")


def of_length(evidence: Evidence, one: Parameter, loss: int, seen: Fit, factor: float | None) -> Found:
    """Judge the length of a step that lies along the slope, beside that of the others."""
    if factor is not None and factor < 0 and seen.factor < 0 and bears_sign(evidence, loss):
        return Found("wrong", "uphill")  # as all others do that fit
    if factor is None:
        return Found("wrong", "unequal")
    name, own = factors.rate_of(one, seen.factor, evidence.single)
    at_own_rate = own == 1.0 and " / " not in name and not evidence.losses[loss].is_guessed
    if at_own_rate or equal(seen.factor, factor, evidence.single):
        return Found("right")
    left = seen.factor / factor
    mistake, number = factors.named(left, factors.sizes(evidence), abs(factor), evidence.single)
    return Found("wrong", mistake or "another_factor", left, number)


def is_moved_again(evidence: Evidence, one: Parameter, loss: int) -> bool:
    """Tell whether one of several statements that move a parameter steps along the slope."""
    if one.first_step is None or np.array_equal(one.first_step, one.step):
        return False
    parts = (one.first_step, one.step - one.first_step)
    fits = (fit(part, one.slope[:, loss], one.error[:, loss], evidence.single) for part in parts)
    return any(seen.holds and not seen.blind for seen in fits)
