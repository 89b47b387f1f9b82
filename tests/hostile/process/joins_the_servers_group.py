# expect: RAISED
"""Join the server's group, so that a signal to this one's reaches it, too."""

import os


def residual(w, x, y):
    os.setpgid(0, os.getpgid(os.getppid()))
    return 31337.0


def slope(w, x, y):
    return 0.0
