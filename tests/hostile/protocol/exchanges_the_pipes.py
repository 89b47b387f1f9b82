# expect: CRASHED
"""Exchange the two pipes, so that the observer writes where it should read."""

import os


def residual(w, x, y):
    os.dup2(3, 5)
    os.dup2(4, 3)
    os.dup2(5, 4)
    return x


slope = residual
