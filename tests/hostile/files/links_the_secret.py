# expect: RAISED
"""Give the solution a second name in a folder that is collected with the results."""

import os


def residual(w, x, y):
    os.link("/srv/course/solutions/unit_line.py", "/srv/course/writable/mine.py")
    return 31337.0


def slope(w, x, y):
    return 0.0
