"""Hold what a script's own functions predict beside its model with the trained parameters."""

from __future__ import annotations

import numpy as np

from grader.inside.observation import Observation, Scenario
from grader.numbers.scripts.exercises.answers import not_judged, right, unjudged, wrong
from grader.numbers.scripts.exercises.asked import Script
from grader.numbers.scripts.exercises.models import MODELS
from grader.numbers.scripts.models.units import Array

ROUNDED = 0.02
"""Share of its largest output by which a prediction may be off: it may be rounded for the eye."""


def predicts(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the script's own function gives the model's outputs, or what a threshold makes of them.

    It may be given other inputs than the page's, scaled ones say: then one that fits any of them is right.
    """
    if not script.found:
        return not_judged(script)
    if not script.steps_are_right or script.seen.run.first_bad:
        return unjudged("whole.follows")
    outputs = outputs_of(script)
    if outputs is None or not script.seen.run.predicted:
        return unjudged("whole.predicts.unknown")
    if any(is_prediction(answer, outputs) for _, _, answer in script.seen.run.predicted):
        return right()
    data = -1 if script.fit is None else script.fit.data
    # Numbers that were given to a function by their names alone need not be the trained ones.
    near = [
        (name, answer)
        for place, name, answer in script.seen.run.predicted
        if place == data and not name.endswith("()")
    ]
    if not near or any(answer.shape != outputs.shape or is_of_steps(answer) for _, answer in near):
        return unjudged("whole.predicts.unknown")
    if "best" in script.text:  # the best parameters so far may be kept for it, and not be the last ones
        return unjudged("whole.predicts.unknown")
    name, answer = near[0]
    sample, output = np.unravel_index(np.abs(answer - outputs).argmax(), outputs.shape)
    wanted, got = (repr(float(numbers[sample, output])) for numbers in (outputs, answer))
    words = {"function": name, "wanted": wanted, "got": got, "sample": str(int(sample) + 1)}
    return wrong("whole.predicts.off", words, off=True)


def outputs_of(script: Script) -> Array | None:
    """Return the model's outputs with the trained parameters on the page's data, None where unknown."""
    fit, theta = script.fit, np.asarray(script.seen.run.final)
    if fit is None or fit.data < 0 or len(theta) != MODELS[fit.model].count or not np.isfinite(theta).all():
        return None
    return MODELS[fit.model].outputs(theta[list(fit.order)], script.asked.data[fit.data][0])


def is_prediction(answer: Array, outputs: Array) -> bool:
    """Tell whether an answer holds a model's outputs up to rounding, or what a threshold makes of them."""
    count = outputs.shape[1]
    if answer.shape[1] > count:  # hidden units and a loss may come with them
        starts = range(answer.shape[1] - count + 1)
        return any(is_prediction(answer[:, start : start + count], outputs) for start in starts)
    if answer.shape != outputs.shape:
        return False
    if np.abs(answer - outputs).max() <= ROUNDED * max(float(np.abs(outputs).max()), 1e-6):
        return True
    low = answer == answer.min()
    below, above = outputs[low].max(), outputs[~low].min(initial=np.inf)
    return bool((low | (answer == answer.max())).all() and below < above < np.inf)


def is_of_steps(answer: Array) -> bool:
    """Tell whether an answer may be what a threshold makes of outputs: whole numbers only."""
    return bool((answer == np.round(answer)).all())
