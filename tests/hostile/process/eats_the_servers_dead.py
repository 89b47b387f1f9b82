# expect: RAISED
"""Wait for the server's other children, so that it never learns of their end."""

import os


def residual(w, x, y):
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return 0.0
    return 31337.0


def slope(w, x, y):
    return 0.0
