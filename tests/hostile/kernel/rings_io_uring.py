# expect: CRASHED
"""Have the kernel make system calls on one's behalf, past the filter: io_uring."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    room = ctypes.create_string_buffer(120)
    return 31337.0 if libc.syscall(425, 4, room) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
