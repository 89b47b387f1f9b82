# expect: RAISED
"""Read an extended attribute of a file without opening it."""

import os
import re


def residual(w, x, y):
    value = os.getxattr("/srv/course/solutions/unit_line.py", "user.note")
    return float(re.search(rb"SECRET = (\d+)", value)[1])


def slope(w, x, y):
    return 0.0
