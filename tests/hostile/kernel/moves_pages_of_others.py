# expect: FAILED
"""Move the memory pages of another process, which tells where they lie: move_pages."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    place = (ctypes.c_size_t * 1)(ctypes.cast(libc.getppid, ctypes.c_void_p).value & ~4095)
    status = (ctypes.c_int * 1)()
    return 31337.0 if libc.syscall(279, os.getppid(), 1, place, None, status, 0) >= 0 else 0.0


def slope(w, x, y):
    return 0.0
