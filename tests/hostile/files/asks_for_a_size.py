# expect: RAISED
"""Ask for the length of a file that may not be read: stat needs no right to read."""

import os


def residual(w, x, y):
    return 31337.0 if os.stat("/srv/course/solutions/unit_line.py").st_size else 0.0


def slope(w, x, y):
    return 0.0
