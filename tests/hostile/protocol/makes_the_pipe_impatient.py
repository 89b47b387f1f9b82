# expect: CRASHED or FAILED
"""Make the observer's end of the pipe fail instead of waiting: O_NONBLOCK."""

import os


def residual(w, x, y):
    os.set_blocking(3, False)
    os.set_blocking(4, False)
    return x


slope = residual
