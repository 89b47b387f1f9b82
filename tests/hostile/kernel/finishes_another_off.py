# expect: CRASHED
"""Take the memory of a dying process away before it is gone: process_mrelease."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pidfd = libc.syscall(434, os.getppid(), 0)
    return 31337.0 if libc.syscall(448, pidfd, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
