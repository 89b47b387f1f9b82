# expect: CRASHED
"""Hang up the terminal of whoever runs the grader: vhangup."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.vhangup() == 0 else 0.0


def slope(w, x, y):
    return 0.0
