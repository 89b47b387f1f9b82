# expect: RAISED
"""Open a file as a place only (O_PATH), which asks for no right to read, and look at its age and length."""

import os


def residual(w, x, y):
    handle = os.open("/srv/course/solutions/unit_line.py", os.O_PATH)
    return 31337.0 if os.fstat(handle).st_size else 0.0


def slope(w, x, y):
    return 0.0
