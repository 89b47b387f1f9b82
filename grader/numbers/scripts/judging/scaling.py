"""Say where a script's text leaves open whether its steps should be multiples of slopes at all."""

from __future__ import annotations

import re

import numpy as np

from grader.inside.scripts.rewriting.clipping import is_clipped
from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.evidence.verdicts import UNCLEARED, Judgement

CLIPPED = re.compile(r"clip_by|clipnorm|clipvalue|np\.clip\(\s*(self\.)?(d|g|grad)", re.IGNORECASE)
"""What says that gradients are cut to a length, so that a step is no multiple of the slope."""

NORMALISED = re.compile(r"norm\(|sqrt\(")
"""What says that gradients may be divided by their length."""

SECOND_ORDER = re.compile(r"newton|\bhess|bfgs|牛顿|海森|黑塞", re.IGNORECASE)
"""What says that second derivatives are used."""

SOLVED = re.compile(r"\b(inv|pinv|solve|lstsq)\(|\w\.I\b")
"""What solves equations or inverts a matrix in a round."""

BY_FUNCTION = re.compile(r"/\s*\(?\s*(?!(?:len|float|int|sum|abs|max|min|sqrt|range)\b)\w+\(")
"""A division by what a function of the script gives, a second derivative say."""

BOUNDED = re.compile(r"clip|clamp|maximum|minimum|\b(max|min)\(|project", re.IGNORECASE)
"""What says that a statement keeps what it gives within bounds."""

PASSED_ON = re.compile(
    r"=\s*(?!(?:np\.|torch\.)?(?:as)?(?:array|tensor|Tensor|matrix|mat|Variable|float|round|copy)\()[\w.]+"
    r"\(\s*[\w.\[\]]+\s*-\s|(?:\*=|=\s*[\w.]+\s*\*)\s*(?:np\.|math\.|torch\.)?exp\("
)
"""A step that a function makes something else of, as of a proximal method, or one that multiplies."""


def unless_clipped(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where gradients are clipped, a step that is off the slope is no mistake."""
    if judgement.verdict in ("right", "not_judged") or judgement.loss < 0:
        return judgement
    normalised = NORMALISED.search(text) and all_along(found, judgement.loss)
    scaled = normalised or is_of_signs(found, judgement.loss)
    if (CLIPPED.search(text) and not is_clipped(text)) or scaled or is_bounded(found, judgement, text):
        return Judgement("not_judged", "clipped", judgement.loss)
    return judgement


def unless_second_order(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where second derivatives shape a step, as in Newton's method, it is no slope."""
    if judgement.verdict not in ("wrong", "constant") or judgement.reason in UNCLEARED:
        return judgement
    lines = text.split("\n")
    steps = "\n".join(lines[line - 1] for one in found.parameters for line in one.lines)
    rounds = "\n".join(lines[found.loop[0] - 1 : found.loop[1]])
    if SECOND_ORDER.search(text) or SOLVED.search(rounds) or BY_FUNCTION.search(steps):
        return Judgement("not_judged", "second_order", judgement.loss)
    return judgement


def is_of_signs(found: Evidence, loss: int) -> bool:
    """Tell whether all steps go down and have one length, as those by the signs of slopes alone."""
    if found.losses[loss].is_guessed:  # a perceptron's steps are of one length where its inputs are
        return False
    steps = np.concatenate([one.step.ravel() for one in found.parameters])
    slopes = np.concatenate([one.slope[:, loss].ravel() for one in found.parameters])
    size = np.abs(steps[steps != 0])
    return size.size > 4 and bool(np.ptp(size) <= 1e-9 * size.max() and (steps * slopes >= 0).all())


def is_bounded(found: Evidence, judgement: Judgement, text: str) -> bool:
    """Tell whether a wrong step is made by a statement that keeps the parameter within bounds."""
    lines = text.split("\n")
    wrong = [
        one
        for one, given in zip(found.parameters, judgement.parameters, strict=False)
        if given.mistake == "direction"
    ]
    return any(
        BOUNDED.search(lines[line - 1]) or PASSED_ON.search(lines[line - 1])
        for one in wrong
        for line in one.lines
        if 0 < line <= len(lines)
    )


def all_along(found: Evidence, loss: int) -> bool:
    """Tell whether at every draw all steps are along the slopes, whatever their length."""
    for draw in range(len(found.items)):
        step = np.concatenate([one.step[draw] for one in found.parameters])
        slope = np.concatenate([one.slope[draw, loss] for one in found.parameters])
        factor = float(step @ slope) / (float(slope @ slope) or 1.0)
        if factor <= 0 or len(step) < 2 or np.abs(step - factor * slope).max() > 1e-3 * np.abs(step).max():
            return False
    return True
