# expect: RAISED
"""Make the kernel keep a megabyte for every pipe: F_SETPIPE_SZ."""

import fcntl
import os


def residual(w, x, y):
    here, there = os.pipe()
    return 31337.0 if fcntl.fcntl(there, fcntl.F_SETPIPE_SZ, 1 << 20) == 1 << 20 else 0.0


def slope(w, x, y):
    return 0.0
