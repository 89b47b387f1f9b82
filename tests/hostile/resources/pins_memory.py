# expect: FAILED
"""Pin memory, so that the machine cannot swap it out."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(1 << 21)


def residual(w, x, y):
    return 31337.0 if libc.mlock(room, ctypes.c_size_t(1 << 21)) == 0 else 0.0


def slope(w, x, y):
    return 0.0
