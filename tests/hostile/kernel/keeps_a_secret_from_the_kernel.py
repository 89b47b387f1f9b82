# expect: CRASHED
"""Take memory that not even the kernel maps: memfd_secret."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(447, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
