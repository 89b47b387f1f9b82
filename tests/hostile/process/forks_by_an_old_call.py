# expect: FAILED
"""Fork by the raw call, past whatever Python or the C library put in its way."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pid = libc.syscall(57)
    if pid == 0:
        os._exit(0)
    return 31337.0 if pid > 0 else 0.0


def slope(w, x, y):
    return 0.0
