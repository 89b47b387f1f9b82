# expect: CRASHED
"""Mount an empty disk over the folder of the solutions, as root of a namespace of one's own."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x10020000)
    return 31337.0 if libc.mount(b"none", b"/srv", b"tmpfs", 0, None) == 0 else 0.0


def slope(w, x, y):
    return 0.0
