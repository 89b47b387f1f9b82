# expect: CRASHED
"""Become root of a user namespace of one's own, which opens most of the kernel."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.unshare(0x10000000) == 0 else 0.0


def slope(w, x, y):
    return 0.0
