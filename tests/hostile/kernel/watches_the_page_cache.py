# expect: FAILED
"""Learn which files others have read lately, from what lies in memory: cachestat."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    file = os.open(os.__file__, os.O_RDONLY)
    span, seen = (ctypes.c_uint64 * 2)(0, 0), (ctypes.c_uint64 * 5)()
    return 31337.0 if libc.syscall(451, file, span, seen, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
