# expect: CRASHED
"""Let another process hold the strings: ptrace(TRACEME)."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.ptrace(0, 0, 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
