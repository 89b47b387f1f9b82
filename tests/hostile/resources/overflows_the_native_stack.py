# expect: CRASHED or RAISED or TIMED_OUT
"""Recurse in C code, where no limit of the interpreter counts."""

import ctypes


def residual(w, x, y):
    kind = ctypes.CFUNCTYPE(ctypes.c_int)
    holder = []
    holder.append(kind(lambda: holder[0]()))
    import sys

    sys.setrecursionlimit(1 << 30)
    return float(holder[0]())


def slope(w, x, y):
    return 0.0
