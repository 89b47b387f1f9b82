# expect: FAILED
"""Take pages of two megabytes from the few that the machine keeps for databases."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_ssize_t


def residual(w, x, y):
    got = libc.mmap(None, ctypes.c_size_t(2 << 20), 3, 0x40022, -1, ctypes.c_long(0))
    return 31337.0 if got > 0 else 0.0


def slope(w, x, y):
    return 0.0
