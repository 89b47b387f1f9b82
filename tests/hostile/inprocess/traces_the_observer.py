# expect: FAILED
"""Trace every line of the observer and read its variables as it goes."""

import sys
import threading

import numpy as np

seen = []


def trace(frame, event, arg):
    for name, value in list(frame.f_locals.items()):
        if name in ("expected", "reference", "answer", "right") and isinstance(value, (float, np.ndarray)):
            seen.append(value)
    return trace


sys.settrace(trace)
sys.setprofile(trace)
threading.settrace(trace)


def residual(w, x, y):
    frame = sys._getframe()
    while frame:
        frame.f_trace = trace
        frame = frame.f_back
    return seen[0] if seen else x


slope = residual
