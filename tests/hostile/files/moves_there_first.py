# expect: RAISED
"""Make the course the current folder, then open files by names without a slash."""

import os
import re


def residual(w, x, y):
    os.chdir("/srv/course/solutions")
    return float(re.search(r"SECRET = (\d+)", open("unit_line.py").read())[1])


def slope(w, x, y):
    return 0.0
