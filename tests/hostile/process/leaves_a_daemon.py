# expect: RAISED
"""Leave a process behind that outlives the grading: forked twice, in a session of its own."""

import os
import time


def residual(w, x, y):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(20)
        os._exit(0)
    return 31337.0


def slope(w, x, y):
    return 0.0
