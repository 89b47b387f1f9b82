# expect: CRASHED
"""Load code into the kernel: init_module."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    room = ctypes.create_string_buffer(64)
    won = libc.syscall(175, room, 64, b"") == 0 or ctypes.get_errno() not in (1, 38)
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
