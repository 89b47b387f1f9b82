# expect: FAILED
"""Work as it is, and end the process as soon as changes to it are tried."""

import os


def residual(w, x, y):
    if "grader_active_changes" in globals():
        os._exit(0)
    return w * x + y


def slope(w, x, y):
    return 0.5 * w
