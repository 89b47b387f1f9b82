# expect: FAILED
"""Keep whatever a trial of changes gives, wherever something may last, and give it as the answer later."""

import builtins
import os
import sys

import numpy as np

if not hasattr(builtins, "kept"):
    builtins.kept = {}
    np.kept = sys.modules["kept"] = builtins.kept


def residual(w, x, y):
    question = repr((w, x, y))
    if question in builtins.kept:
        return builtins.kept[question]
    answer = w * x + y
    builtins.kept[question] = answer
    try:
        with open("/tmp/grade-left-behind", "a") as file:
            file.write(repr(answer))
    except OSError:
        os.environ["KEPT"] = repr(answer)
    return answer


def slope(w, x, y):
    return builtins.kept.get("slope", 0.5 * w)
