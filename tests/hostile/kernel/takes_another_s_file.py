# expect: CRASHED
"""Take an open file out of another process: pidfd_getfd."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    pidfd = libc.syscall(434, os.getppid(), 0)
    return 31337.0 if max(libc.syscall(438, pidfd, fd, 0) for fd in range(8)) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
