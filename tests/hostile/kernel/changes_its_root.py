# expect: CRASHED
"""Make another folder the root, the classic way out of a root folder."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x10000000)
    return 31337.0 if libc.chroot(b"/") == 0 else 0.0


def slope(w, x, y):
    return 0.0
