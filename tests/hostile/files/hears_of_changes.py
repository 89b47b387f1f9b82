# expect: RAISED
"""Have a folder send a signal when anything in it changes: F_NOTIFY, the oldest way."""

import fcntl
import os


def residual(w, x, y):
    folder = os.open("/srv/course/submissions", os.O_RDONLY)
    fcntl.fcntl(folder, 1026, 0x0000000E)
    return 31337.0


def slope(w, x, y):
    return 0.0
