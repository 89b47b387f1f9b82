# expect: RAISED
"""Stop the server without ending it: nothing fails, and nothing goes on."""

import os
import signal


def residual(w, x, y):
    os.kill(os.getppid(), signal.SIGSTOP)
    return 31337.0


def slope(w, x, y):
    return 0.0
