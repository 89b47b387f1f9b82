# expect: CRASHED
"""Advise the kernel to page out the server's memory: process_madvise."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pidfd = libc.syscall(434, os.getppid(), 0)
    place = ctypes.cast(libc.getppid, ctypes.c_void_p).value & ~4095
    vector = (ctypes.c_size_t * 2)(place, 4096)
    return 31337.0 if libc.syscall(440, pidfd, vector, 1, 21, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
