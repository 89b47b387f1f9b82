# expect: CRASHED
"""Copy from the memory of another process: process_vm_readv."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    room = ctypes.create_string_buffer(8)
    vector = (ctypes.c_size_t * 2)(ctypes.addressof(room), 8)
    place = ctypes.cast(libc.getppid, ctypes.c_void_p).value
    there = (ctypes.c_size_t * 2)(place, 8)
    won = max(libc.process_vm_readv(pid, vector, 1, there, 1, 0) for pid in (os.getppid(), 47612)) > 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
