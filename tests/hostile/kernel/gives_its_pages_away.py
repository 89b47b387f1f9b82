# expect: FAILED
"""Give pages of one's memory to a pipe, without a copy: vmsplice."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    here, there = os.pipe()
    room = ctypes.create_string_buffer(4096)
    vector = (ctypes.c_size_t * 2)(ctypes.addressof(room), 4096)
    return 31337.0 if libc.vmsplice(there, vector, ctypes.c_size_t(1), 0) > 0 else 0.0


def slope(w, x, y):
    return 0.0
