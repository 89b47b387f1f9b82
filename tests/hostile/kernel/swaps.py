# expect: CRASHED
"""Have the kernel swap to a file of one's choice."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    won = libc.swapon(b"/srv/course/writable/results.json", 0) == 0 or ctypes.get_errno() != 1
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
