# expect: CRASHED
"""Stop the kernel in the middle of a copy, as exploits of races like to do: userfaultfd."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.syscall(323, 0x80001) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
