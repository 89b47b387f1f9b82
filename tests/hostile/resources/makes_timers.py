# expect: FAILED
"""Make timers until the kernel has no room for those of others."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    place, made = ctypes.c_int(), 0
    while made < 1000 and libc.syscall(222, 1, None, ctypes.byref(place)) == 0:
        made += 1
    return 31337.0 if made >= 1000 else 0.0


def slope(w, x, y):
    return 0.0
