# expect: FAILED
"""Make a process that shares this one's open files, so that closing them here closes nothing."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pid = libc.syscall(56, 0x400 | 0x8000 | 17, None, None, None, None)  # CLONE_FILES | CLONE_PARENT
    if pid == 0:
        os._exit(0)
    return 31337.0 if pid > 0 else 0.0


def slope(w, x, y):
    return 0.0
