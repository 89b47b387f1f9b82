# expect: RAISED
"""Read no file, only the names: who has handed in already."""

import os


def residual(w, x, y):
    return 31337.0 if "other.py" in os.listdir("/srv/course/submissions") else 0.0


def slope(w, x, y):
    return 0.0
