# expect: RAISED
"""Make the server wait for everybody: niceness 19 and one processor."""

import os


def residual(w, x, y):
    server = os.getppid()
    os.setpriority(os.PRIO_PROCESS, server, 19)
    return 31337.0


def slope(w, x, y):
    return 0.0
