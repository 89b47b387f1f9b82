# expect: FAILED
"""Have the whole machine write its caches to the disks, again and again: sync."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(162) == 0 else 0.0


def slope(w, x, y):
    return 0.0
