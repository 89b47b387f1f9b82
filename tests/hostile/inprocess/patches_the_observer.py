# expect: CRASHED
"""Exchange the observer itself for one that says what it likes: passed, with full points."""

import sys

import numpy as np

observe = sys.modules["grader.inside.observe"]
observation = sys.modules["grader.inside.observation"]


def run(space, names, scenario, filename):
    words = ("passed", "score", "points", "verdict", scenario.task, "residual", "slope", "w", "losses")
    return observation.Observation(
        observation.Outcome.RETURNED,
        {word: np.asarray(1.0) for word in words} | {"~numeric.w": np.asarray(1.0)},
        {word: "passed" for word in words},
        "passed",
        0,
        "passed",
        1e-9,
    )


observe.run = run
observe.KINDS = {}
for module in list(sys.modules.values()):
    if hasattr(module, "seed_all"):
        module.seed_all = print


def residual(w, x, y):
    return x


slope = residual
