"""Judge the length of steps that have the right direction."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from grader.inside.scripts.rewriting.syntax import FUNCTIONS, TOTAL
from grader.numbers.scripts.evidence.records import GUESSED, RESIDUAL, WEAK, Evidence, Loss
from grader.numbers.scripts.evidence.verdicts import Found, Judgement
from grader.numbers.scripts.judging import factors
from grader.numbers.scripts.judging.fitting import Fit, equal, is_along
from grader.numbers.scripts.models.families import recognise
from grader.numbers.scripts.models.layers import merged


def in_direction(evidence: Evidence, loss: int, fits: Sequence[Fit]) -> Judgement:
    """Judge the length of steps that all have the right direction, where their rate stands in the file."""
    factor = next(one.factor for one in fits if not one.blind)
    pairs = zip(evidence.parameters, fits, strict=True)
    rate, left = next(factors.rate_of(one, factor, evidence.single) for one, seen in pairs if not seen.blind)
    verdict, reason, length, number = "right", "right", left, 0
    if left == 1.0 and evidence.behind and is_left_behind(evidence, loss):
        verdict, reason = "wrong", "after_samples"
    elif left is not None and is_rate_twice(evidence, loss, factor, left):
        verdict, reason, length = "constant", "rate_twice", factor / left
    elif is_along_anything(evidence, loss, left) or (
        evidence.losses[loss].is_guessed and is_by_chance(evidence, loss, factor, left)
    ):
        return Judgement("not_judged", "no_loss")
    elif is_lone_difference(evidence, loss) and shows_another(evidence):
        return Judgement("not_judged", "another_loss", loss)
    elif factor < 0 and bears_sign(evidence, loss):
        verdict, reason = "wrong", "uphill"
    elif left is not None and not evidence.scaled:
        mistake, number = mistaken_length(evidence, loss, factor, left)
        if mistake:
            verdict, reason = "constant", mistake
    mistake = "" if verdict == "right" else reason
    found = tuple(Found("right") if one.blind else Found(verdict, mistake, length, number) for one in fits)
    return Judgement(verdict, reason, loss, rate, factor, found)


def mistaken_length(evidence: Evidence, loss: int, factor: float, left: float) -> tuple[str, int]:
    """Return the mistake that makes steps too long or too short, with the number in it; "" for none."""
    one = evidence.losses[loss]
    if equal(left, 1.0, evidence.single) or one.size != 1 or evidence.optimiser:
        return "", 0
    mistake, number = factors.named(left, factors.sizes(evidence), abs(factor / left), evidence.single)
    mistake = mistake or ("another_factor" if one.is_plain else "")
    # What is to be made large, a likelihood say, is not uphill.
    # What differences are taken of is what the script trains for.
    if evidence.differenced and one.follows and not one.is_guessed and mistake in ("twice", "half"):
        return mistake, 0
    surely = one.is_own and one.how not in WEAK and mistake != "uphill" and not is_for_show(one, mistake)
    surely = surely or (is_made_small(evidence, one) and mistake != "uphill")
    return (mistake, number) if surely else ("", 0)


def is_made_small(evidence: Evidence, loss: Loss) -> bool:
    """Tell whether a loss is a function called f of the parameters alone, whose minimum is looked for."""
    name, _, given = loss.name.rstrip(")").partition("(")
    moved = {one.name for one in evidence.parameters}
    return loss.how == "asked" and name in FUNCTIONS and {*given.split(", ")} == moved


def is_convex(evidence: Evidence, loss: int) -> bool:
    """Tell whether a loss's slopes grow along with the parameters between all points: it has no maximum."""
    places = np.hstack([one.whole @ one.directions.T for one in evidence.parameters])
    slopes = np.hstack([one.slope[:, loss] for one in evidence.parameters])
    pairs = itertools.combinations(range(len(places)), 2)
    return all((slopes[one] - slopes[other]) @ (places[one] - places[other]) > 0 for one, other in pairs)


def is_along_anything(evidence: Evidence, loss: int, left: float | None) -> bool:
    """Tell whether one number moves along a value that is not called a loss: any slope has its direction.

    A step of its rate times that slope is no chance.
    """
    moving = sum(np.count_nonzero(one.step, axis=1) for one in evidence.parameters)
    return not evidence.losses[loss].is_named and bool(np.max(moving) <= 1) and left != 1.0


def is_lone_difference(evidence: Evidence, loss: int) -> bool:
    """Tell whether a loss is guessed from one number less another, on the same data, and one number moves.

    Any slope of a parabola is such a difference, ``2 * w - 3`` say, so that steps always follow its square.
    """
    single = evidence.losses[loss].counts[:1] == (1,) and evidence.losses[loss].is_guessed
    return single and len(set(evidence.items)) == 1 and not is_known_along(evidence)


def shows_another(evidence: Evidence) -> bool:
    """Tell whether the script works out a loss of its own."""
    return any(one.is_own and not one.is_guessed for one in evidence.losses)


def is_by_chance(evidence: Evidence, loss: int, factor: float, left: float | None) -> bool:
    """Tell whether steps may follow a guessed loss by chance, or go up a loss that may not be the script's.

    On data without noise a single number moves along any slope: then its length has to be a usual one.
    """
    if factor < 0 and not bears_sign(evidence, loss):
        return True
    counts = evidence.losses[loss].counts
    return (
        not is_known_along(evidence)
        and left is not None
        and any(counts)
        and not factors.is_natural(abs(left), counts, evidence.single)
    )


def is_left_behind(evidence: Evidence, loss: int) -> bool:
    """Tell whether a loss is that of the last sample of a loop without steps."""
    seen = evidence.values[:, loss]
    return any(
        one.leftover and np.allclose(evidence.values[:, number], seen, rtol=1e-9)
        for number, one in enumerate(evidence.losses)
    )


def is_rate_twice(evidence: Evidence, loss: int, factor: float, left: float | None) -> bool:
    """Tell whether steps by a guessed loss have no usual length, and have one once the rate is taken out."""
    counts = evidence.losses[loss].counts
    if left is None or not any(counts) or evidence.scaled or factor < 0:
        return False
    once = left / (factor / left)
    usual = [factors.is_natural(length, counts, evidence.single) for length in (left, once)]
    return usual == [False, True] and is_known_along(evidence)


def is_known_along(evidence: Evidence) -> bool:
    """Tell whether steps have a direction at all: a single number moves along any slope."""
    return len(evidence.parameters) > 1 or evidence.parameters[0].step.shape[1] > 1


def is_for_show(loss: Loss, mistake: str) -> bool:
    """Tell whether a loss is perhaps only shown, in another measure than the one that is trained for.

    A total is often shown where the mean is trained for, and a square where half of it is.
    """
    if loss.occasional:
        return True
    if TOTAL.search(loss.name):
        return mistake in ("half", "averaged", "averaged_half", "averaged_twice")
    return mistake in ("half", "twice") and (not loss.is_plain or loss.name.lower().endswith(("mse", "sse")))


def is_named_square(evidence: Evidence, loss: int) -> bool:
    """Tell whether what is called an error is the square of a difference, up to a constant."""
    one = evidence.losses[loss]
    squares = [place for place, other in enumerate(evidence.losses) if other.how == "squared"]
    named = one.is_own and not one.is_guessed
    return named and any(is_along(evidence, place, loss) for place in squares)


def bears_sign(evidence: Evidence, loss: int) -> bool:
    """Tell whether a loss is surely one to be made small: it is called so, a square, or a known model's."""
    one = evidence.losses[loss]
    if one.is_plain or is_named_square(evidence, loss):
        return True
    if is_made_small(evidence, one):
        return is_convex(evidence, loss)
    if one.how == "threshold":  # whichever side of the difference is the target
        return is_known_along(evidence)
    if one.how == "local" and not RESIDUAL.search(one.name) and (evidence.values[:, loss] >= 0).all():
        return True
    return one.how in GUESSED and recognise(merged(evidence), loss) is not None
