# expect: FAILED
"""Rearrange pages by a call that was given up long ago: remap_file_pages."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.mmap.restype = ctypes.c_size_t
    page = libc.mmap(None, ctypes.c_size_t(8192), 3, 0x21, -1, ctypes.c_long(0))
    won = libc.syscall(216, ctypes.c_size_t(page), ctypes.c_size_t(4096), 0, ctypes.c_size_t(1), 0) == 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
