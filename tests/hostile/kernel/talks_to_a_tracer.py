# expect: FAILED
"""Let anybody trace this process, where only its parents may: PR_SET_PTRACER."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
