# expect: CRASHED
"""Take the server in hand."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.ptrace(16, os.getppid(), 0, 0)
    return 31337.0 if libc.ptrace(17, os.getppid(), 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
