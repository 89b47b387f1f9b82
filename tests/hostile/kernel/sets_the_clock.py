# expect: CRASHED
"""Turn the clock back, before the deadline."""

import ctypes
import time

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    now = (ctypes.c_long * 2)(int(time.time()), 0)
    return 31337.0 if libc.clock_settime(0, now) == 0 else 0.0


def slope(w, x, y):
    return 0.0
