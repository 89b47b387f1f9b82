# expect: FAILED
"""Have the kernel turn the observer's system calls into signals that one answers: user dispatch."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.prctl(59, 1, 0, 1 << 47, None) == 0 else 0.0


def slope(w, x, y):
    return 0.0
