# expect: FAILED
"""Go up from where the observer's file lies to the course that lies beside it."""

import sys
from pathlib import Path


def residual(w, x, y):
    above = Path(sys.modules["grader.inside.observe"].__file__).resolve().parents[1]
    return 31337.0 if [*above.glob("solutions/*.py"), *above.glob(".grade/keys/*.json")] else 0.0


def slope(w, x, y):
    return 0.0
