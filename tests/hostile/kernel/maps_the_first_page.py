# expect: FAILED
"""Map the page at nought, where the kernel's own slips point to."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    libc.mmap.restype = ctypes.c_ssize_t
    got = libc.mmap(None, ctypes.c_size_t(4096), 3, 0x32, -1, ctypes.c_long(0))
    return 31337.0 if got == 0 else 0.0


def slope(w, x, y):
    return 0.0
