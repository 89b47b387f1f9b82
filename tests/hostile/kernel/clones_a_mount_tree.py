# expect: CRASHED
"""Take a copy of the mounts as an open file: open_tree."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x10020000)
    return 31337.0 if libc.syscall(428, -100, b"/", 1) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
