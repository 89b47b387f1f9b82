# expect: CRASHED
"""Ask after and set the quota of others: quotactl."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    room = ctypes.create_string_buffer(256)
    return 31337.0 if libc.syscall(179, 0x80000700, b"/dev/vda", 0, room) == 0 else 0.0


def slope(w, x, y):
    return 0.0
