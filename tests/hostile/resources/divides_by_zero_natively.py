# expect: CRASHED
"""Execute machine code that the processor refuses."""

import ctypes
import mmap


def residual(w, x, y):
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(b"\x0f\x0b")
    place = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return float(ctypes.CFUNCTYPE(ctypes.c_int)(place)())


def slope(w, x, y):
    return 0.0
