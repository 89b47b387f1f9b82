# expect: CRASHED
"""Exchange the root of the mounts."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.unshare(0x10020000)
    libc.mount(b'none', b'/tmp', b'tmpfs', 0, None)
    return 31337.0 if libc.syscall(155, b"/tmp", b"/tmp") == 0 else 0.0


def slope(w, x, y):
    return 0.0
