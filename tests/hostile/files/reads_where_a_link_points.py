# expect: RAISED
"""Read the text of a symbolic link, which is no file and has no right to read."""

import os
import re


def residual(w, x, y):
    return float(re.search(r"SECRET = (\d+)", os.readlink("/srv/course/latest"))[1])


def slope(w, x, y):
    return 0.0
