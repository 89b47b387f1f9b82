# expect: TIMED_OUT
"""Take no further question, so that who asks stands before a full pipe."""

import time


def residual(w, x, y):
    time.sleep(600)


def slope(w, x, y):
    return 0.5
