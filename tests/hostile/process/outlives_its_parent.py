# expect: FAILED
"""Take back the order that this process ends with the server."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    now = ctypes.c_int(9)
    libc.prctl(1, 0, 0, 0, 0)
    libc.prctl(2, ctypes.byref(now), 0, 0, 0)
    return 31337.0 if now.value == 0 else 0.0


def slope(w, x, y):
    return 0.0
