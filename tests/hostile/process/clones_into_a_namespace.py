# expect: FAILED
"""Make a process that is root of a user namespace of its own, in one call."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pid = libc.syscall(56, 0x10000000 | 17, None, None, None, None)
    if pid == 0:
        os._exit(0)
    return 31337.0 if pid > 0 else 0.0


def slope(w, x, y):
    return 0.0
