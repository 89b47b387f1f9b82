# expect: CRASHED
"""Read where nothing is."""

import ctypes


def residual(w, x, y):
    return ctypes.string_at(0)


slope = residual
