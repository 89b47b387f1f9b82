# expect: CRASHED
"""Make the system call with the bit that marks the x32 numbers, which a filter may read as another call."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(0x40000000 + 41, 2, 1, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
