# expect: CRASHED
"""Learn the order of kernel objects by comparing two processes: kcmp."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(312, os.getpid(), os.getppid(), 1, 0, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
