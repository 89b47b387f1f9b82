# expect: FAILED
"""Walk up the stack and take whatever looks like an answer."""

import sys

import numpy as np

NAMES = ("expected", "reference", "answer", "want", "right", "key", "check", "checks", "solution", "bound")


def stolen():
    frame = sys._getframe(1)
    while frame is not None:
        for space in (frame.f_locals, frame.f_globals):
            for name in NAMES:
                if name in space and isinstance(space[name], (int, float, np.ndarray)):
                    yield space[name]
        frame = frame.f_back


def residual(w, x, y):
    return next(stolen(), x)


def slope(w, x, y):
    return next(stolen(), 1.0)
