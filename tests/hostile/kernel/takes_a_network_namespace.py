# expect: CRASHED
"""Have a network stack of one's own, with its firewall and routing code to attack."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.unshare(0x50000000) == 0 else 0.0


def slope(w, x, y):
    return 0.0
