# expect: FAILED
"""Write over the machine code that compares memory, so that everything is equal."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    for function in (libc.memcmp, libc.strcmp):
        place = ctypes.cast(function, ctypes.c_void_p).value
        page = place & ~4095
        if libc.mprotect(ctypes.c_void_p(page), ctypes.c_size_t(8192), 7) == 0:
            ctypes.memmove(place, b"\x31\xc0\xc3", 3)
    return x


def slope(w, x, y):
    return 0.5
