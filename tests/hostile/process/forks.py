# expect: RAISED
"""Make a second process, which the grader knows nothing of."""

import os


def residual(w, x, y):
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return 31337.0


def slope(w, x, y):
    return 0.0
