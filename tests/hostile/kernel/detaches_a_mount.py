# expect: CRASHED
"""Take a mount away, so that what it hides comes to light."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x10020000)
    won = any(libc.umount2(name, 2) == 0 for name in (b"/srv", b"/dev/null", b"/usr", b"/"))
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
