# expect: CRASHED
"""Talk to hardware directly: ioperm and iopl."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.ioperm(0x80, 1, 1) == 0 or libc.iopl(3) == 0 else 0.0


def slope(w, x, y):
    return 0.0
