# expect: FAILED
"""Change the variables of the callers: their outcome, their list of results, their names."""

import ctypes
import sys


def residual(w, x, y):
    frame = sys._getframe(1)
    while frame:
        for name in ("outcome", "seen", "result", "score", "status"):
            if name in frame.f_locals:
                try:
                    frame.f_locals[name] = "passed"
                    ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
                except Exception:
                    pass
        frame = frame.f_back
    return x


slope = residual
