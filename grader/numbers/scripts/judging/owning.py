"""Find each parameter's own loss where a round trains for several."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging import factors
from grader.numbers.scripts.judging.fitting import Fit, of_held
from grader.numbers.scripts.models.families import is_proportional


def of_several(evidence: Evidence, fits: Mapping[int, Sequence[Fit]]) -> Judgement | None:
    """Judge each parameter by its own loss; None where one has none, or one loss is that of all.

    A loss that is worked out after other parameters have moved is taken where these began, as in a GAN.
    """
    own = [own_loss(evidence, place, fits) for place in range(len(evidence.parameters))]
    if -1 in own or len(set(own)) < 2 or is_one(evidence, set(own), fits):
        return None
    found = tuple(Found("right", factor=1.0, loss=loss) for loss in own)
    return Judgement("right", "several", own[0], "", 1.0, found)


def is_one(evidence: Evidence, own: set[int], fits: Mapping[int, Sequence[Fit]]) -> bool:
    """Tell whether two of the losses are one up to a constant, or one is the other and a penalty.

    Then some parameter's step follows both.
    """
    values = evidence.values
    if any(
        is_proportional(values[:, one], values[:, other]) for one, other in itertools.combinations(own, 2)
    ):
        return True
    return any(
        sum(is_at_rate(evidence, one, fits[number][place]) for number in own) > 1
        for place, one in enumerate(evidence.parameters)
    )


def own_loss(evidence: Evidence, place: int, fits: Mapping[int, Sequence[Fit]]) -> int:
    """Return the loss that explains a parameter's step at its own rate, -1 where none does."""
    one = evidence.parameters[place]
    plain = [number for number in fits if evidence.losses[number].is_plain]
    for number in plain:
        if is_at_rate(evidence, one, fits[number][place]):
            return number
    return next((number for number in plain if is_at_rate(evidence, one, of_held(evidence, one, number))), -1)


def is_at_rate(evidence: Evidence, one: Parameter, seen: Fit) -> bool:
    """Tell whether a step is the slope times a rate that stands in its statement."""
    holds = seen.holds and not seen.blind
    return holds and factors.rate_of(one, seen.factor, evidence.single)[1] == 1.0


def is_trained_for_others(evidence: Evidence, best: int, fits: Mapping[int, Sequence[Fit]]) -> bool:
    """Tell whether a parameter that is off one loss is trained for another, or may be."""
    if any(one.how == "backward" and one.name != "backward" for one in evidence.losses):
        return True  # several steps, each after a ``backward`` of its own
    owns = [own_loss(evidence, place, fits) for place in range(len(evidence.parameters))]
    if is_one(evidence, set(owns) - {-1}, fits):
        return False
    off = [not seen.holds or seen.blind for seen in fits[best]]
    late = [of_held(evidence, one, best) for one in evidence.parameters]
    return any(
        away and own not in (-1, best) and not (then.holds and not then.blind)
        for own, away, then in zip(owns, off, late, strict=True)
    )
