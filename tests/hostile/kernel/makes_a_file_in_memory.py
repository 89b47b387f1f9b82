# expect: FAILED
"""Make a file that no folder holds and no limit counts: memfd_create."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.memfd_create(b"grade", 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
