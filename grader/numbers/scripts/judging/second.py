"""Judge what a second round adds to a first one: slopes that were not cleared, or momentum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging.fitting import Fit, equal, fit, is_common


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
        mistake = "not_always_cleared" if evidence.seldom else mistake
        found = tuple(
            Found("wrong", mistake, loss=one.loss) if bad else replace(one, verdict="right", mistake="")
            for one, bad in zip(judgement.parameters, uncleared, strict=True)
        )
        return replace(judgement, verdict="wrong", reason=mistake, parameters=found)
    if not (evidence.memory and any(is_carried_on(evidence, *row) for row in rows)):
        return judgement
    share = momentum(evidence, rows)
    left = judgement.parameters[0].factor
    # A mean of gradients, as of Adam, begins with a share of the slope.
    if share and (judgement.verdict == "right" or (left and equal(left, 1 - share, evidence.single))):
        found = tuple(replace(one, verdict="right", mistake="") for one in judgement.parameters)
        return replace(judgement, verdict="right", reason="momentum", parameters=found)
    known = judgement.reason not in ("another_factor", "right")
    return judgement if share and known else Judgement("not_judged", "memory", judgement.loss)


def factor_of(seen: Fit) -> float | None:
    """Return the factor of steps that fit, None where they fit in units of a changing rate only."""
    return seen.factor if seen.holds and not seen.blind else None


def is_uncleared(evidence: Evidence, one: Parameter, loss: int, factor: float | None) -> bool:
    """Tell whether second rounds' steps hold the first round's slope once more.

    Where gradients are cleared in some rounds only, one that does is enough.
    """
    rows = range(len(one.second_step))
    parts = [[row] for row in rows] if evidence.seldom else [list(rows)]
    return any(holds_first(evidence, one, loss, factor, part) for part in parts)


def holds_first(
    evidence: Evidence, one: Parameter, loss: int, factor: float | None, rows: Sequence[int]
) -> bool:
    """Tell whether some second steps are that of their own slope and that of the first round together."""
    own, first = one.second_slope[rows, loss], one.slope[rows, loss]
    alone, both = (
        fit(one.second_step[rows], slopes, one.error[rows, loss], evidence.single)
        for slopes in (own, own + first)
    )
    return not alone.blind and not is_along(alone, factor, evidence) and is_along(both, factor, evidence)


def is_along(seen: Fit, factor: float | None, evidence: Evidence) -> bool:
    """Tell whether steps are seen to be a factor, if there is one, times their slopes."""
    known = factor is None or equal(seen.factor, factor, evidence.single)
    return seen.holds and not seen.blind and known


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


def momentum(evidence: Evidence, rows: Sequence[tuple[Parameter, int, float | None]]) -> float:
    """Return the one share, below 1, of the steps before them that all second steps hold; 0 for none."""
    shares = []
    for one, loss, factor in rows:
        if factor is None or not len(one.second_step):
            return 0.0
        rows_seen = len(one.second_step)
        rest = one.second_step - factor * one.second_slope[:, loss]
        error = abs(factor) * one.error[:rows_seen, loss]
        shares.append(fit(rest, one.step[:rows_seen], error, evidence.single))
    if not is_common(shares, evidence.single):
        return 0.0
    share = next(one.factor for one in shares if not one.blind)
    return share if 0 < share < 1 else 0.0


def of_second(evidence: Evidence, one: Parameter, loss: int) -> Fit:
    """Return how the steps of a second round relate to the slopes there."""
    rows = len(one.second_step)
    return fit(one.second_step, one.second_slope[:, loss], one.error[:rows, loss], evidence.single)
