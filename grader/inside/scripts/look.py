"""The kinds of scenario for whole scripts: look at one, and let it train for a while."""

from __future__ import annotations

import numpy as np

from grader.inside.observation import Observation, Outcome, Scenario
from grader.inside.scripts import training, writing
from grader.inside.scripts.rewriting.loops import TRAINS, apart, loops
from grader.inside.scripts.script import LATER, Script
from grader.inside.scripts.seen import Seen

TRIES = 6
"""Loops that are tried at most."""

MORE_TRIES = 2
"""Loops that are tried at most beside those that were looked at before."""

PATIENCE = 1.5
"""Seconds of processor time before a loop after which no other one is tried."""


def look(scenario: Scenario) -> Observation:
    """Look at the script in the scenario's text.

    The arguments say whether it is a notebook, and the places of loops that were looked at before: then the
    likeliest of those is looked at that have nothing to do with them.
    """
    forgiving, filename = bool(scenario.args and scenario.args[0]), scenario.task
    before = [int(place) for place in scenario.args[1:]]
    try:
        script = Script(scenario.text, filename, forgiving)
    except MemoryError:  # so the compiler calls what is nested too deeply
        return writing.failure("unreadable", None, filename)
    except (SyntaxError, ValueError, RecursionError) as fault:
        return writing.failure("syntax", fault, filename)
    candidates = loops(script.tree())
    if before:
        candidates = [loop for loop in apart(script.tree(), candidates, before) if loop.score >= TRAINS]
    if not candidates:
        package = script.lacking()
        kinds = {"why": "no_loop"} | ({"package": package} if package else {})
        return Observation(Outcome.RETURNED, {}, kinds)
    script.prepare()
    script.share = LATER if before else 1.0
    best = Seen()
    for loop in candidates[: MORE_TRIES if before else TRIES]:
        seen = script.try_loop(loop)
        seen.settle()
        if seen.worth > best.worth or best.loop is None:
            best = seen
        if best.worth >= 5 or seen.before > PATIENCE:
            break
    return writing.written(best, filename)


def train(scenario: Scenario) -> Observation:
    """Let the script train.

    The arguments are the loop's place, the label of its loss, the parameters whose last values are wanted,
    the seconds that it may take (0 for a short while), and samples to predict for.
    """
    forgiving, place, label, wanted, seconds, *inputs = scenario.args
    script = Script(scenario.text, scenario.task, bool(forgiving))
    script.prepare(double=False)
    loop = next(loop for loop in loops(script.tree()) if loop.place == int(place))
    samples = [np.asarray(one, dtype=float) for one in inputs]
    seen = training.train(script, loop, str(label), wanted, float(seconds), samples)
    return Observation(Outcome.RETURNED, seen, {})
