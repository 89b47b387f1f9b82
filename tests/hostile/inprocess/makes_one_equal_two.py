# expect: CRASHED
"""Write into the interpreter's own small integers: one becomes two."""

import ctypes


def residual(w, x, y):
    ctypes.memset(id(1) + 24, 2, 1)
    ctypes.memset(id(0) + 16, 2, 2)
    return x


slope = residual
