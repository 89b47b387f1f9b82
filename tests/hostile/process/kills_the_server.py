# expect: RAISED
"""End the process that this one was forked from."""

import os
import signal


def residual(w, x, y):
    os.kill(os.getppid(), signal.SIGKILL)
    return 31337.0


def slope(w, x, y):
    return 0.0
