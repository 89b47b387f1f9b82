# expect: RAISED
"""Read the command line of every process: paths, ids, passwords."""

import os
import re


def residual(w, x, y):
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            found = re.search(rb"SECRET = (\d+)", open(f"/proc/{pid}/cmdline", "rb").read())
        except OSError:
            continue
        if found:
            return float(found[1])
    return 0.0


def slope(w, x, y):
    return 0.0
