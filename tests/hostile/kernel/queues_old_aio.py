# expect: FAILED
"""Have the kernel read and write later, by the older way: io_setup."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    place = ctypes.c_uint64()
    return 31337.0 if libc.syscall(206, 8, ctypes.byref(place)) == 0 else 0.0


def slope(w, x, y):
    return 0.0
