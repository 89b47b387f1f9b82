# expect: CRASHED
"""Have another kernel start at the next boot: kexec_load."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(246, 0, 0, None, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
