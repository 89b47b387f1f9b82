# expect: RAISED
"""Import the page as a module, which reads it as a file."""

import sys


def residual(w, x, y):
    sys.path.insert(0, "/srv/course/solutions")
    import unit_line

    return float(unit_line.SECRET)


def slope(w, x, y):
    return 0.0
