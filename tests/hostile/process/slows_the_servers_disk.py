# expect: FAILED
"""Put the server last in the queue for the disks: ioprio_set."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(251, 1, os.getppid(), 3 << 13) == 0 else 0.0


def slope(w, x, y):
    return 0.0
