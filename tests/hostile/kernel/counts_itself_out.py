# expect: FAILED
"""Take a keyed checksum for core scheduling from another process: PR_SCHED_CORE."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.prctl(62, 3, os.getppid(), 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
