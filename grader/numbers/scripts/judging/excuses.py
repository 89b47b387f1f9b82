"""Say where a script's text leaves open whether steps that are off are a mistake."""

from __future__ import annotations

import ast
import itertools
import re
from dataclasses import replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.evidence.verdicts import UNCLEARED, Found, Judgement
from grader.numbers.scripts.judging.factors import rates
from grader.numbers.scripts.models.families import is_proportional

COORDINATES = re.compile(
    r"coordinate|gauss|seidel|alternat|one (parameter )?at a time|坐标|交替", re.IGNORECASE
)
"""What says that parameters are meant to move one after the other."""


def unless_coordinates(judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where a script descends by coordinates, one may move after another."""
    late = any(one.mistake == "late" for one in judgement.parameters)
    return (
        Judgement("not_judged", "coordinate", judgement.loss)
        if late and COORDINATES.search(text)
        else judgement
    )


def unless_once(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; by a guessed loss, the rate is in a step twice only if two lines multiply by it.

    Else a number of samples that nobody saw may be the rate's inverse.
    """
    if judgement.reason != "rate_twice" or not found.losses[judgement.loss].is_guessed:
        return judgement
    rate, steps = re.escape(judgement.rate), {line for one in found.parameters for line in one.lines}
    times = re.compile(rf"(?<![\w.]){rate}\s*\*|\*\s*{rate}(?![\w.])")
    if any(times.search(line) for number, line in enumerate(text.split("\n"), 1) if number not in steps):
        return judgement
    each = tuple(Found("right", factor=one.factor) for one in judgement.parameters)
    return replace(judgement, verdict="right", reason="right", parameters=each)


def unless_detached(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where a target moves with the parameters, a step need not follow the slope.

    So it is in temporal differences: a round moves one entry of a table, or the target is detached.
    """
    if judgement.verdict not in ("wrong", "constant") or judgement.reason in UNCLEARED:
        return judgement
    if found.chosen:
        return Judgement("not_judged", "chosen", judgement.loss)
    if judgement.reason == "direction" and found.stateful:
        return Judgement("not_judged", "stateful", judgement.loss)
    if has_moving_target(found, judgement.loss):
        return Judgement("not_judged", "target", judgement.loss)
    unnamed = judgement.reason in ("direction", "no_step", "unequal", "another_factor")
    if unnamed and found.losses[judgement.loss].how == "backward" and is_detached(text):
        return Judgement("not_judged", "detached", judgement.loss)
    return judgement


def has_moving_target(found: Evidence, loss: int) -> bool:
    """Tell whether a loss is, up to a constant, made from a difference both sides of which move."""
    # A cross-entropy is itself a difference of two logarithms.
    both = [number for number, one in enumerate(found.losses) if one.follows_itself and "log" not in one.name]
    return any(is_proportional(found.values[:, number], found.values[:, loss]) for number in both)


def is_detached(text: str) -> bool:
    """Tell whether a script works something out that gradients do not pass: a target, say."""
    return ".detach(" in text or any(
        isinstance(item, ast.Assign) and has_call(item.value) and ".grad" not in ast.unparse(item)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.With) and "no_grad" in ast.unparse(node.items[0])
        for item in node.body
    )


def has_call(node: ast.AST) -> bool:
    """Tell whether anything is called below a node."""
    return any(isinstance(item, ast.Call) for item in ast.walk(node))


def unless_carried(found: Evidence, judgement: Judgement) -> Judgement:
    """Return the judgement; where something is carried and no step fits, a mistake needs a name.

    What begins empty may still give a first step another direction: Adam's is the slope's sign.
    """
    rated = all(set(found.memory) <= set(one.rates) for one in found.parameters)
    unnamed = all(one.mistake == "direction" for one in judgement.parameters)
    if judgement.verdict == "wrong" and found.memory and not rated and unnamed:
        return Judgement("not_judged", "memory", judgement.loss)
    return judgement


def unless_differenced(found: Evidence, judgement: Judgement) -> Judgement:
    """Return the judgement; where gradients are taken by differences, which err, a mistake needs a name."""
    unnamed = any(one.mistake in ("direction", "another_factor", "unequal") for one in judgement.parameters)
    if judgement.verdict == "wrong" and found.differenced and unnamed:
        return Judgement("not_judged", "differences", judgement.loss)
    return judgement


def unless_ahead(found: Evidence, judgement: Judgement) -> Judgement:
    """Return the judgement; where the loss is that of a point ahead, as in Nesterov's rule, nothing is told.

    What is carried then has the slopes of a parameter, times a share.
    """
    if judgement.verdict != "wrong" or judgement.reason in UNCLEARED or judgement.loss < 0:
        return judgement
    slopes = [one.slope[:, judgement.loss] for one in found.parameters]
    shares = [share_of(one, other) for one, other in itertools.permutations(slopes, 2)]
    ahead = [share for share in shares if share]
    # Of one sample, the slopes of two weights have the ratio of its inputs; of a network, not all pair up so.
    paired = 2 * len(ahead) == len(slopes) and np.ptp(ahead) < 1e-4
    return Judgement("not_judged", "stateful", judgement.loss) if paired else judgement


def share_of(one: np.ndarray, other: np.ndarray) -> float:
    """Return which share below 1 slopes are of others at every draw, 0 for none."""
    if one.shape != other.shape or len(one) < 2 or not (np.isfinite(one).all() and np.isfinite(other).all()):
        return 0.0
    share = float(one.ravel() @ other.ravel()) / (float(other.ravel() @ other.ravel()) or 1.0)
    same = np.abs(one - share * other).max() <= 1e-5 * np.abs(one).max()
    return share if same and 0.3 < share < 0.999 else 0.0


def unless_unnamed(found: Evidence, judgement: Judgement) -> Judgement:
    """Return the judgement; where a loss is only guessed and no step fits it, a mistake needs a name."""
    unnamed = ("direction",) if at_one_rate(found) else ("direction", "unequal")
    directions = [one.mistake in unnamed for one in judgement.parameters]
    if judgement.verdict == "wrong" and all(directions) and found.losses[judgement.loss].is_guessed:
        return Judgement("not_judged", "no_loss")
    return judgement


def at_one_rate(found: Evidence) -> bool:
    """Tell whether one and the same rate stands in the steps of all parameters."""
    return bool(set.intersection(*({*rates(one).items()} for one in found.parameters)))


def unless_early(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; a loop over samples that returns in its first round has seen one of them.

    The steps then follow the error of that sample, and not the loss that the script has in a function.
    """
    if judgement.verdict not in ("right", "constant") or not found.losses[judgement.loss].is_guessed:
        return judgement
    asked = [
        number for number, one in enumerate(found.losses) if one.how in ("asked", "probe") and one.follows
    ]
    if not asked or not returns_early(text):
        return judgement
    each = tuple(replace(one, verdict="wrong", mistake="only_first") for one in judgement.parameters)
    return Judgement("wrong", "only_first", asked[0], judgement.rate, judgement.factor, each)


def returns_early(text: str) -> bool:
    """Tell whether a loop that adds something up ends its first round with ``return``."""
    return any(
        isinstance(node, ast.For)
        and isinstance(node.body[-1], ast.Return)
        and any(isinstance(item, ast.AugAssign) for item in node.body)
        for node in ast.walk(ast.parse(text))
    )
