# expect: FAILED
"""Undo the mark by which the kernel keeps others out of this process's memory."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.prctl(4, 1, 0, 0, 0)
    return 31337.0 if libc.prctl(3, 0, 0, 0, 0) == 1 else 0.0


def slope(w, x, y):
    return 0.0
