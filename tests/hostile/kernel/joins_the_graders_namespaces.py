# expect: CRASHED
"""Enter the namespaces of another process through its pidfd."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pidfd = libc.syscall(434, 47612, 0)
    return 31337.0 if libc.setns(pidfd, 0x10000000 | 0x20000) == 0 else 0.0


def slope(w, x, y):
    return 0.0
