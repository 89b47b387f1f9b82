# expect: FAILED
"""Open a file that has no name (O_TMPFILE): nobody finds it, and it takes room."""

import os


def residual(w, x, y):
    for folder in ("/srv/course/writable", "/tmp", "/dev/shm"):
        try:
            os.open(folder, os.O_TMPFILE | os.O_RDWR)
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
