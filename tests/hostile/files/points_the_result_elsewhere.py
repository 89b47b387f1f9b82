# expect: RAISED
"""Put a symbolic link in the place where somebody with more rights will write."""

import os


def residual(w, x, y):
    os.symlink("/srv/course/solutions/unit_line.py", "/srv/course/writable/report.html")
    return 31337.0


def slope(w, x, y):
    return 0.0
