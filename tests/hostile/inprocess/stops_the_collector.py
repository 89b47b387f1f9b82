# expect: FAILED
"""Hang a callback on the garbage collector, which runs in the middle of the observer's work."""

import gc
import sys

gc.unfreeze()
gc.set_threshold(1, 1, 1)


def callback(phase, info):
    frame = sys._getframe()
    while frame:
        if "values" in frame.f_locals and isinstance(frame.f_locals["values"], dict):
            for name in list(frame.f_locals["values"]):
                frame.f_locals["values"][name] *= 0
        frame = frame.f_back


gc.callbacks.append(callback)


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 0.5
