# expect: FAILED
"""Reach the outer disk through the root folder of another process, /proc/N/root."""

import os
import re


def residual(w, x, y):
    for pid in ("self", "1", os.getppid(), 47612):
        try:
            text = open(f"/proc/{pid}/root/srv/course/solutions/unit_line.py").read()
        except OSError:
            continue
        return float(re.search(r"SECRET = (\d+)", text)[1])
    return 0.0


def slope(w, x, y):
    return 0.0
