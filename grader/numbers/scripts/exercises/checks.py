"""What each check of a script exercise sees of a script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from grader.inside.observation import Observation, Scenario
from grader.numbers.scripts.exercises import aligning
from grader.numbers.scripts.exercises.answers import (
    called,
    not_judged,
    number_of,
    of_parameter,
    of_unknown,
    right,
    unjudged,
    unknown,
    words_of,
    wrong,
)
from grader.numbers.scripts.exercises.asked import Script, is_in_direction, is_of_length
from grader.numbers.scripts.exercises.models import MODELS
from grader.numbers.scripts.exercises.predicting import predicts
from grader.numbers.scripts.evidence.verdicts import UNCLEARED

GROWN = 1.2
"""A loss that ends so many times above its start did not fall; noise may leave it a little above."""


FLAT = 1e-6
"""Share of the loss at random parameters below which it moves by rounding (1e-7 in single precision)."""


def trains(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the script runs to its training loop."""
    return right()


def loss(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the loss is that of an asked model, up to a constant."""
    if script.fit is not None:
        return right()
    family = script.seen.family
    if script.is_another and family is not None:
        words = {"family": family.name, "asked": ", ".join(script.asked.models)}
        return wrong("whole.loss.another", words, **{family.name: True})
    return unjudged("whole.loss.unknown")


def direction(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the step of one asked parameter has the direction of the slope."""
    (name,) = scenario.fields
    if not script.found:
        return not_judged(script)
    holding = script.holding(name)
    if name in script.still:
        return wrong("look.wrong.unmoved", {"unmoved": name}, unmoved=True)
    if holding == ():
        return unjudged("whole.not_needed", {"name": name})
    if not (script.fit or script.is_another or script.may_hold(name)):
        return unjudged("whole.not_known", {"name": name})
    if holding is None and script.is_another and script.seen.family is not None:
        return wrong("whole.not_there", {"name": name, "family": script.seen.family.name}, missing=True)
    if open_ := unknown(holding or ()):
        return of_unknown(script, *open_)
    off = next(((one, found) for one, found in holding or () if not is_in_direction(found)), None)
    if off is not None:
        return of_parameter(script, *off)
    known = holding is not None and (script.fit is not None or script.is_another)
    return right() if known else unjudged("whole.not_known", {"name": name})


def size(script: Script, scenario: Scenario) -> Observation:
    """Tell whether every step is the rate times the slope."""
    if not script.found:
        return not_judged(script)
    if script.still:
        unmoved = ", ".join(script.still)
        return wrong("look.wrong.unmoved", {"unmoved": unmoved}, unmoved=True)
    off = [pair for pair in script.found if not (is_of_length(pair[1]) or pair[1].verdict == "not_judged")]
    if not off:
        open_ = unknown(script.found)
        return of_unknown(script, *open_) if open_ else right()
    marks = {f"{called(script, one)} {found.mistake}": number_of(one, found) for one, found in off}
    return wrong(f"look.parameter.{off[0][1].mistake}", words_of(script, *off[0]), **marks)


def cleared(script: Script, scenario: Scenario) -> Observation:
    """Tell whether a second round's steps hold nothing of the first."""
    if not script.found:
        return not_judged(script)
    off = [(one, found) for one, found in script.found if found.mistake in UNCLEARED]
    if off:
        flags = {f"{called(script, one)} {found.mistake}": True for one, found in off}
        id = "not_cleared" if len(off) == len(script.found) else "not_all_cleared"
        id = "not_always_cleared" if off[0][1].mistake == "not_always_cleared" else id
        return wrong(f"look.wrong.{id}", words_of(script, *off[0]), **flags)
    seen = all(len(one.second_step) for one, _ in script.found)
    clear = seen and all(is_in_direction(found) for _, found in script.found)
    return right() if clear else unjudged("whole.cleared.unknown")


def falls(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the loss stays finite along the run, and falls."""
    if not script.found:
        return not_judged(script)
    if not script.steps_are_right:
        return unjudged("whole.follows")
    run = script.seen.run
    if run.first_bad:
        words = {"round": str(run.first_bad)}
        return wrong("look.wrong.not_finite", words, not_finite=True)
    losses = np.array(run.comparable)
    if len(losses) < 2 or not np.isfinite(losses).all():
        return unjudged("whole.falls.unknown")
    part = max(len(losses) // 8, 1)
    # Divided before they are added up, so that no sum of large losses overflows.
    first, last = float(np.sum(losses[:part] / part)), float(np.sum(losses[-part:] / part))
    if not has_grown(first, last, usual_loss(script)):
        return right()
    return wrong("whole.grows", {"first": repr(first), "last": repr(last)}, grows=True)


def has_grown(first: float, last: float, usual: float) -> bool:
    """Tell whether a loss rose by more than noise and rounding; ``usual`` is what it is elsewhere."""
    return last > GROWN * abs(first) + FLAT * usual + 1e-9


def usual_loss(script: Script) -> float:
    """Return the median size of the script's loss at random parameters, 0 where it is not known."""
    evidence, place = script.seen.evidence, script.seen.judgement.loss
    seen = np.abs(evidence.values[:, place]) if evidence is not None and place >= 0 else np.empty(0)
    known = seen[np.isfinite(seen)]
    return float(np.median(known)) if known.size else 0.0


def ends(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the training ends where it is asked to, on the exercise's own data."""
    if not script.found:
        return not_judged(script)
    if not script.steps_are_right or script.seen.run.first_bad:
        return unjudged("whole.follows")
    fit, run, wanted = script.fit, script.seen.run, script.asked
    if fit is None or fit.data < 0:
        return unjudged("whole.ends.other_data")
    theta = np.asarray(run.final)
    if run.stopped or run.failed or len(theta) != MODELS[fit.model].count or not np.isfinite(theta).all():
        return unjudged("whole.ends.unknown")
    error, signs = aligning.final_error(MODELS[fit.model], theta[list(fit.order)], *wanted.data[fit.data])
    if wanted.signs:
        return right() if signs else wrong("whole.ends.signs", {}, off=True)
    if wanted.most is None or error <= wanted.most:
        return right()
    return wrong("whole.ends.early", {"error_left": repr(error), "most": repr(wanted.most)}, off=True)


CHECKS: Mapping[str, Callable[[Script, Scenario], Observation]] = MappingProxyType(
    {
        "trains": trains,
        "loss": loss,
        "direction": direction,
        "size": size,
        "cleared": cleared,
        "falls": falls,
        "ends": ends,
        "predicts": predicts,
    }
)
"""What a check may see of a script, by the word in its scenario's ``of``."""
