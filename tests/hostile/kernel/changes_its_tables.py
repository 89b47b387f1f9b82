# expect: CRASHED
"""Put an entry into the table of segments, a corner of the kernel with a history: modify_ldt."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    entry = (ctypes.c_uint32 * 4)(0, 0, 0, 0x51)
    return 31337.0 if libc.syscall(154, 1, entry, 16) == 0 else 0.0


def slope(w, x, y):
    return 0.0
