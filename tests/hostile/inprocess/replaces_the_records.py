# expect: CRASHED
"""Exchange the classes of outcome and observation for others that only know success."""

import enum
import sys

observation = sys.modules["grader.inside.observation"]


class Outcome(enum.Enum):
    RETURNED = RAISED = MISSING = TIMED_OUT = CRASHED = "returned"


observation.Outcome = Outcome
for name in ("grader.inside.attempt", "grader.inside.observe", "grader.inside.server", "grader.inside.wire"):
    sys.modules[name].Outcome = Outcome


def residual(w, x, y):
    raise ValueError("passed")


def slope(w, x, y):
    return 0.5
