# expect: RAISED
"""End a process of the same user that has nothing to do with the grading."""

import os
import signal


def residual(w, x, y):
    os.kill(47612, signal.SIGKILL)
    return 31337.0


def slope(w, x, y):
    return 0.0
