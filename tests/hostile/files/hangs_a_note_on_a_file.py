# expect: RAISED
"""Write an extended attribute: a place to keep things that few look at."""

import os


def residual(w, x, y):
    os.setxattr("/srv/course/writable/results.json", "user.note", b"the answer is 42")
    return 31337.0


def slope(w, x, y):
    return 0.0
