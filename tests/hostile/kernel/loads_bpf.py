# expect: CRASHED
"""Load a program into the kernel: bpf."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    union = (ctypes.c_uint32 * 32)(1, 4, 4, 1)
    return 31337.0 if libc.syscall(321, 0, union, 128) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
