# expect: RAISED
"""Take the disk without writing a byte: fallocate."""

import os


def residual(w, x, y):
    file = os.open("/srv/course/writable/full", os.O_CREAT | os.O_RDWR)
    os.posix_fallocate(file, 0, 64 << 20)
    return 31337.0


def slope(w, x, y):
    return 0.0
