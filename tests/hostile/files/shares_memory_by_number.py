# expect: FAILED
"""Leave a System V block of memory that lives until the machine ends."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.shmget(0x47612, ctypes.c_size_t(4096), 0o1666) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
