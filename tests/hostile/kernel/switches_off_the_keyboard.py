# expect: CRASHED
"""Take a call that restarts machines, in its mildest form: Ctrl-Alt-Del without effect."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    return 31337.0 if libc.reboot(0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
