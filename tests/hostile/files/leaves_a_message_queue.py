# expect: FAILED
"""Leave a message in a System V queue, which outlives its process."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.msgget(0x47612, 0o1666) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
