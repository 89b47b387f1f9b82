# expect: RAISED
"""Leave a fifo where a file is expected: whoever opens it waits for ever."""

import os


def residual(w, x, y):
    os.mkfifo("/srv/course/writable/unit_line.py")
    return 31337.0


def slope(w, x, y):
    return 0.0
