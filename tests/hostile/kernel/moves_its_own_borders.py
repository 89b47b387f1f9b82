# expect: FAILED
"""Change where the kernel believes the program's text and arguments to lie: PR_SET_MM."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    won = libc.prctl(35, 8, ctypes.c_ulong(4096), 0, 0) == 0 or ctypes.get_errno() not in (1, 38)
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
