# expect: RAISED
"""Leave a block of named memory for the next submission to find."""

import os


def residual(w, x, y):
    fd = os.open("/dev/shm/grade-left-behind", os.O_CREAT | os.O_RDWR, 0o666)
    os.close(fd)
    return 31337.0


def slope(w, x, y):
    return 0.0
