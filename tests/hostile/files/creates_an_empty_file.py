# expect: RAISED
"""Create files of length nought: their names are the message."""

import os


def residual(w, x, y):
    os.close(os.open("/srv/course/writable/the-answer-is-42", os.O_CREAT | os.O_WRONLY))
    return 31337.0


def slope(w, x, y):
    return 0.0
