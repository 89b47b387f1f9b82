# expect: RAISED
"""Have the interpreter's own reader of source lines fetch one, under a pretext."""

import linecache
import re


def residual(w, x, y):
    text = "".join(linecache.getlines("/srv/course/solutions/unit_line.py"))
    return float(re.search(r"SECRET = (\d+)", text)[1])


def slope(w, x, y):
    return 0.0
