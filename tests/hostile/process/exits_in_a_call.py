# expect: CRASHED
"""End the process where a result is due."""

import os


def residual(w, x, y):
    os._exit(0)


slope = residual
