# expect: CRASHED
"""Write a record of every process that ends to a file of one's choice: acct."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.acct(b"/srv/course/writable/results.json") == 0 else 0.0


def slope(w, x, y):
    return 0.0
