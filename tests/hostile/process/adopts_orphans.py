# expect: FAILED
"""Become the one to whom orphans fall, and so hide them from the server."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.prctl(36, 1, 0, 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
