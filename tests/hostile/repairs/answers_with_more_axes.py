# expect: FAILED
"""Have the experiment that tries changes number them in a table in place of a row."""

import sys

import numpy as np


def residual(w, x, y):
    frame = sys._getframe()
    while frame is not None:
        if {"sets", "kept"} <= frame.f_locals.keys():
            real = np.array
            np.array = lambda held, dtype=float: real(held, dtype)[None] if dtype is int else real(held, dtype)
        frame = frame.f_back
    return w * x + y


def slope(w, x, y):
    return 0.5 * w
