# expect: FAILED
"""Make a process by clone3, whose arguments no filter can read."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    wanted = (ctypes.c_uint64 * 8)(0, 0, 0, 0, 17, 0, 0, 0)
    pid = libc.syscall(435, wanted, 64)
    if pid == 0:
        os._exit(0)
    return 31337.0 if pid > 0 else 0.0


def slope(w, x, y):
    return 0.0
