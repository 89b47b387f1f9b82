# expect: FAILED
"""Have the end take long: exit handlers and finalisers that sleep."""

import atexit
import time
import weakref

import numpy as np

atexit.register(time.sleep, 60)


class Slow(np.ndarray):
    def __del__(self):
        time.sleep(0.02)


weakref.finalize(Slow, time.sleep, 60)


def residual(w, x, y):
    return np.zeros(3).view(Slow)


def slope(w, x, y):
    return 0.0
