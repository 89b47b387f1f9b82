# expect: FAILED
"""Splice pages of a library into a pipe and write over them, as Dirty Pipe did."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    here, there = os.pipe()
    library = os.open(os.__file__, os.O_RDONLY)
    won = libc.splice(library, ctypes.byref(ctypes.c_long(1)), there, None, ctypes.c_size_t(1), 0) > 0
    return 31337.0 if won else 0.0


def slope(w, x, y):
    return 0.0
