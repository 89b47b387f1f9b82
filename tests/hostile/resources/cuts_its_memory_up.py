# expect: FAILED or TIMED_OUT
"""Make so many small mappings that the machine's tables grow, each of them too small to count."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_ssize_t


def residual(w, x, y):
    made = 0
    while made < 80_000:
        if libc.mmap(None, ctypes.c_size_t(4096), made % 2 * 2 + 1, 0x22, -1, ctypes.c_long(0)) < 0:
            break
        made += 1
    return 31337.0 if made > 70_000 else 0.0


def slope(w, x, y):
    return 0.0
