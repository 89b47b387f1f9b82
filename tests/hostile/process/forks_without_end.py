# expect: FAILED
"""A fork bomb: every process makes more, until nobody can."""

import os
import time


def residual(w, x, y):
    born = 0
    for _ in range(200):
        try:
            if os.fork() == 0:
                time.sleep(0.3)
                os._exit(0)
            born += 1
        except OSError:
            break
    return 31337.0 if born > 100 else 0.0


def slope(w, x, y):
    return 0.0
