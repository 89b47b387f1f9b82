# expect: TIMED_OUT
"""Wait inside the kernel, in a call that no signal handler of Python sees."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    word = ctypes.c_uint32(1)
    while True:
        libc.syscall(202, ctypes.byref(word), 128, 1, None, None, 0)


def slope(w, x, y):
    return 0.0
