# expect: FAILED
"""Take capabilities back that were dropped, or see whether any is left: capset."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    libc.capget(head, sets)
    had = sets[0]
    sets[0] = sets[1] = sets[2] = 0xFFFFFFFF
    return 31337.0 if had or libc.capset(head, sets) == 0 else 0.0


def slope(w, x, y):
    return 0.0
