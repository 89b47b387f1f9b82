# expect: TIMED_OUT
"""Work in every call for just less than it may, so that all calls together take minutes."""

import time


def residual(w, x, y):
    while True:
        time.process_time()


slope = residual
