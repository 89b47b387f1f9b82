# expect: CRASHED
"""Make a file system with the newer calls that old rules have not heard of: fsopen."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x10020000)
    return 31337.0 if libc.syscall(430, b"tmpfs", 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
