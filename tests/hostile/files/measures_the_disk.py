# expect: RAISED
"""Watch how full the disk is, which tells when somebody hands in: statfs."""

import os


def residual(w, x, y):
    return 31337.0 if os.statvfs("/srv/course").f_blocks else 0.0


def slope(w, x, y):
    return 0.0
