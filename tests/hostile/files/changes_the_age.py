# expect: RAISED
"""Make a result look older than it is."""

import os


def residual(w, x, y):
    os.utime("/srv/course/writable/results.json", (0, 0))
    return 31337.0


def slope(w, x, y):
    return 0.0
