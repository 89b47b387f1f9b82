# expect: FAILED
"""Choose on which memory bank the server's pages lie: migrate_pages."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    nodes = ctypes.c_ulong(1)
    return 31337.0 if libc.syscall(256, os.getppid(), 8, ctypes.byref(nodes), ctypes.byref(nodes)) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
