# expect: CRASHED
"""Read the keys of the user's session: keyctl."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(250, 0, -3, 1) > 0 else 0.0


def slope(w, x, y):
    return 0.0
