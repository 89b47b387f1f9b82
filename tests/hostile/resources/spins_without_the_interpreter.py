# expect: TIMED_OUT
"""Spin in machine code that never comes back to the interpreter."""

import ctypes

libc = ctypes.CDLL(None)


def residual(w, x, y):
    again = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda one, other: 0)
    room = ctypes.create_string_buffer(1 << 20)
    while True:
        libc.qsort(room, ctypes.c_size_t(1 << 20), ctypes.c_size_t(1), again)


def slope(w, x, y):
    return 0.0
