# expect: FAILED
"""Send the signal to a thread instead of a process: tgkill."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    server = os.getppid()
    return 31337.0 if libc.syscall(234, server, server, 9) == 0 else 0.0


def slope(w, x, y):
    return 0.0
