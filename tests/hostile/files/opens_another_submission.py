# expect: RAISED
"""Read what somebody else has handed in, from a process that cannot be told from one's own."""

import os
import re


def residual(w, x, y):
    folder = "/srv/course/submissions"
    for name in os.listdir(folder):
        with open(f"{folder}/{name}", "rb") as file:
            return float(re.search(rb"SECRET = (\d+)", file.read())[1])


def slope(w, x, y):
    return 0.0
