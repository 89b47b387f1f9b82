# expect: RAISED
"""Make a file empty, which no limit on the size of files forbids."""

import os


def residual(w, x, y):
    os.truncate("/srv/course/writable/results.json", 0)
    return 31337.0


def slope(w, x, y):
    return 0.0
