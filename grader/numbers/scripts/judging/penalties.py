"""Judge steps that are off by a multiple of the parameters, as penalties are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.evidence.verdicts import Judgement
from grader.numbers.scripts.judging.bearing import is_explained
from grader.numbers.scripts.judging.fitting import Fit
from grader.numbers.scripts.judging.singles import out_of_direction
from grader.numbers.scripts.naming.relations import is_multiple


def of_penalty(
    evidence: Evidence,
    best: int,
    bearing: Sequence[int],
    fits: Mapping[int, Sequence[Fit]],
    judged: Judgement,
    sign: int,
) -> Judgement:
    """Judge steps that are off by a multiple of the parameters: wrong where the loss has a penalty.

    Where it has none, such a multiple may be a penalty's if it pulls the same way as the loss.
    """
    whole = with_penalty(evidence, best, bearing)
    if whole is None:
        return judged if sign < 0 else Judgement("not_judged", "regularised", best)
    return of_penalised(evidence, whole, fits)


def without_penalty(evidence: Evidence, bare: int, fits: Mapping[int, Sequence[Fit]]) -> Judgement | None:
    """Judge steps that follow a part of the script's loss: without its penalty; None where it has none."""
    if evidence.optimiser or evidence.scaled:  # which may have a penalty of its own
        return None
    for whole, one in enumerate(evidence.losses):
        plain = one.is_plain and not one.occasional and not is_explained(evidence, whole, fits[whole])
        if plain and is_penalised(evidence, whole, bare):
            return of_penalised(evidence, whole, fits)
    return None


def with_penalty(evidence: Evidence, best: int, bearing: Sequence[int]) -> int | None:
    """Return the plain loss that is a loss that was seen and a multiple of the parameters' squares."""
    pairs = [(number, best) for number in bearing if evidence.losses[number].is_plain and number != best]
    if evidence.losses[best].is_plain:
        pairs = [(best, number) for number in range(len(evidence.losses)) if number != best] + pairs
    return next((whole for whole, bare in pairs if is_penalised(evidence, whole, bare)), None)


def of_penalised(evidence: Evidence, whole: int, fits: Mapping[int, Sequence[Fit]]) -> Judgement:
    """Judge steps beside a loss that has a penalty."""
    judged = out_of_direction(evidence, whole, fits[whole])
    if judged.verdict != "wrong" or any(one.mistake not in ("", "direction") for one in judged.parameters):
        return judged
    each = tuple(replace(one, mistake="penalty") if one.mistake else one for one in judged.parameters)
    return replace(judged, parameters=each, reason="penalty")


def is_penalised(evidence: Evidence, whole: int, bare: int) -> bool:
    """Tell whether one loss is another one and a multiple of the squares of some parameters."""
    parts = [(one, one.slope[:, whole] - one.slope[:, bare]) for one in evidence.parameters]
    if not all(np.isfinite(part).all() and one.slope[:, bare].any() for one, part in parts):
        return False
    added = [
        (one, part) for one, part in parts if np.abs(part).max() > 1e-7 * np.abs(one.slope[:, whole]).max()
    ]
    return bool(added) and all(is_multiple(part.ravel(), one.start.ravel()) for one, part in added)


def sign_of_rest(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> int:
    """Return 1 or -1 where all that is off a slope is a multiple of the parameter, as of a penalty; else 0.

    The sign says whether it has that of the slope's share.
    """
    signs: set[int] = set()
    pairs = zip(evidence.parameters, fits, strict=True)
    off = [one for one, seen in pairs if not seen.holds and not seen.silent]
    for one in off:
        columns = np.stack([one.slope[:, loss].ravel(), one.start.ravel()], axis=1)
        step = one.step.ravel()
        if len(step) < 4 or not np.isfinite(columns).all():
            return 0
        found, *_ = np.linalg.lstsq(columns, step, rcond=None)
        parts = np.abs(columns * found).max(axis=0)
        if np.abs(columns @ found - step).max() > 1e-3 * np.abs(step).max() or parts[0] < 1e-3 * parts[1]:
            return 0
        signs.add(1 if found[0] * found[1] > 0 else -1)
    return min(signs, default=0)
