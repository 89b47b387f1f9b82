# expect: FAILED
"""Have the kernel merge equal pages, whose timing tells what other processes hold in theirs."""

import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)


def residual(w, x, y):
    page = mmap.mmap(-1, 1 << 20)
    place = ctypes.addressof(ctypes.c_char.from_buffer(page))
    merged = libc.madvise(ctypes.c_void_p(place), ctypes.c_size_t(1 << 20), 12) == 0
    return 31337.0 if merged or libc.prctl(67, 1, 0, 0, 0) == 0 else 0.0


def slope(w, x, y):
    return 0.0
