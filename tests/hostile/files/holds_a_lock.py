# expect: RAISED
"""Lock a file that the grader needs, and keep it locked."""

import fcntl


def residual(w, x, y):
    file = open("/srv/course/solutions/unit_line.py")
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return 31337.0


def slope(w, x, y):
    return 0.0
