# expect: FAILED
"""Start from any folder that somebody left open, and climb to the root of the disk outside."""

import os
import re


def residual(w, x, y):
    for fd in range(300):
        try:
            file = os.open("../" * 12 + "srv/course/solutions/unit_line.py", os.O_RDONLY, dir_fd=fd)
        except OSError:
            continue
        return float(re.search(rb"SECRET = (\d+)", os.read(file, 9999))[1])
    return 0.0


def slope(w, x, y):
    return 0.0
