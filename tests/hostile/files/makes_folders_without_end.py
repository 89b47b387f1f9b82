# expect: RAISED
"""Take all inodes: a thousand folders hold no byte and fill a disk."""

import os


def residual(w, x, y):
    for number in range(1000):
        os.mkdir(f"/srv/course/writable/{number}")
    return 31337.0


def slope(w, x, y):
    return 0.0
