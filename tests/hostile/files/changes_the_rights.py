# expect: RAISED
"""Make a file unreadable for the next who needs it, or readable for everybody."""

import os


def residual(w, x, y):
    os.chmod("/srv/course/writable/mine.json", 0o4777)
    return 31337.0


def slope(w, x, y):
    return 0.0
