# expect: CRASHED
"""Switch off the protections of memory for itself: personality(READ_IMPLIES_EXEC)."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.personality(0x0440000) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
