# expect: FAILED
"""Make a Landlock ruleset, whose code in the kernel nobody here needs."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    rules = (ctypes.c_uint64 * 2)(1, 0)
    return 31337.0 if libc.syscall(444, rules, 16, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
