# expect: CRASHED
"""Take another process in hand and write into it: ptrace(SEIZE)."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.ptrace(0x4206, 47612, 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
