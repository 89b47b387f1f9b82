# expect: RAISED
"""Load native code that was brought along, from memory."""

import ctypes
import os


def residual(w, x, y):
    file = os.memfd_create("grade")
    source = next(line.split()[-1] for line in open("/proc/self/maps") if "libc" in line or "libm" in line)
    with open(source, "rb") as library:
        os.write(file, library.read())
    return 31337.0 if ctypes.CDLL(f"/proc/self/fd/{file}") else 0.0


def slope(w, x, y):
    return 0.0
