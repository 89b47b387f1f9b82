# expect: RAISED
"""Use the grader's own modules, which know where keys are and how to read them."""

import sys
from pathlib import Path


def residual(w, x, y):
    sys.modules.pop("torch", None)
    from grader.keys.keyfile import load

    return 31337.0 if load(Path("/srv/course/.grade/keys/unit_line.json")) else 0.0


def slope(w, x, y):
    return 0.0
