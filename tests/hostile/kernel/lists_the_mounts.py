# expect: FAILED
"""Ask the kernel for the mounts without /proc: listmount, new in 6.8."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    asked = (ctypes.c_uint64 * 4)(32, 0xFFFFFFFFFFFFFFFF, 0, 0)
    found = (ctypes.c_uint64 * 64)()
    return 31337.0 if libc.syscall(458, asked, found, 64, 0) > 0 else 0.0


def slope(w, x, y):
    return 0.0
