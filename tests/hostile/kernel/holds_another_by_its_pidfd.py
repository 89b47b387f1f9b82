# expect: CRASHED
"""Take a lasting handle on a process that is not one's own: pidfd_open."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(434, os.getppid(), 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
