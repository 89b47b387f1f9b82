# expect: CRASHED
"""Read the kernel's messages, which tell addresses and names: syslog."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    room = ctypes.create_string_buffer(4096)
    return 31337.0 if libc.klogctl(3, room, 4096) > 0 else 0.0


def slope(w, x, y):
    return 0.0
