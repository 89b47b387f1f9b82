"""Say which losses explain steps, and against which steps may be called wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.judging import factors
from grader.numbers.scripts.judging.fitting import Fit, is_common
from grader.numbers.scripts.models.families import recognise
from grader.numbers.scripts.models.layers import merged


def bearing_losses(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> list[int]:
    """Return the losses against which steps may be called wrong: plain ones, or else the next best."""
    bearing = [number for number in fits if bears(evidence, number, fits[number])]
    plain = [number for number in bearing if evidence.losses[number].is_plain]
    return plain or bearing


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


def square_that_fits(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> int | None:
    """Return the square of a difference that the steps follow, though the script's loss is another."""
    for number, one in enumerate(evidence.losses):
        if one.how == "squared" and is_explained(evidence, number, fits[number]):
            return number
    return None


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
