# expect: FAILED
"""Send the signal by a call that names only the thread: tkill."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(200, os.getppid(), 9) == 0 else 0.0


def slope(w, x, y):
    return 0.0
