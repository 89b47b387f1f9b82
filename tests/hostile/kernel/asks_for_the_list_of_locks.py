# expect: FAILED
"""Ask where another process keeps its locks, which is an address in it: get_robust_list."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    head, size = ctypes.c_size_t(), ctypes.c_size_t()
    won = libc.syscall(274, os.getppid(), ctypes.byref(head), ctypes.byref(size)) == 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
