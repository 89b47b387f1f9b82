# expect: FAILED
"""Answer for changes with numbers below zero and beyond the last, which index the grader's own list."""

import sys


def residual(w, x, y):
    frame = sys._getframe()
    while frame is not None:
        if {"sets", "kept"} <= frame.f_locals.keys():
            frame.f_locals["kept"].extend([-1, 1 << 40])
            frame.f_locals["rows"].extend([w * x - y, w * x - y])
        frame = frame.f_back
    return w * x + y


def slope(w, x, y):
    return 0.5 * w
