# expect: RAISED
"""End the whole group of processes that the server belongs to, the grader included."""

import os
import signal


def residual(w, x, y):
    os.killpg(os.getpgid(os.getppid()), signal.SIGTERM)
    return 31337.0


def slope(w, x, y):
    return 0.0
