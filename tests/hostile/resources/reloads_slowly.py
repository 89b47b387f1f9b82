# expect: CRASHED
"""End in every call, and take all its time to load again, once for every check."""

import os
import time

ends = time.process_time() + 0.5
while time.process_time() < ends:
    pass


def residual(w, x, y):
    os._exit(3)


slope = residual
