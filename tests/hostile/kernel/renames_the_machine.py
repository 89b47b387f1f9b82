# expect: CRASHED
"""Give the machine another name, as root of a namespace of one's own."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x14000000)
    return 31337.0 if libc.sethostname(b"owned", 5) == 0 else 0.0


def slope(w, x, y):
    return 0.0
