# expect: RAISED
"""Choose the processor on which the server runs, and take that one."""

import os


def residual(w, x, y):
    os.sched_setaffinity(os.getppid(), {0})
    return 31337.0


def slope(w, x, y):
    return 0.0
