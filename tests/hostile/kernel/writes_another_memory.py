# expect: CRASHED
"""Copy into the memory of another process: process_vm_writev onto the server's own data."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    room = ctypes.create_string_buffer(8)
    vector = (ctypes.c_size_t * 2)(ctypes.addressof(room), 8)
    return 31337.0 if libc.process_vm_writev(os.getppid(), vector, 1, vector, 1, 0) > 0 else 0.0


def slope(w, x, y):
    return 0.0
