# expect: FAILED
"""Go through all of one's memory for the word that stands before the secret."""

import ctypes
import os
import re

libc = ctypes.CDLL(None)


def residual(w, x, y):
    # write(2) tells whether an address can be read, without a fault and without /proc.
    here, there = os.pipe()
    for start in range(id(os) & ~0xFFFFFF, (id(os) & ~0xFFFFFF) + (1 << 26), 4096):
        if libc.write(there, ctypes.c_void_p(start), ctypes.c_size_t(4096)) != 4096:
            continue
        found = re.search(rb"SECRET = (\d{7})", os.read(here, 4096))
        if found:
            return float(found[1])
    return 0.0


def slope(w, x, y):
    return 0.5
