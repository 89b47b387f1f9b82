# expect: TIMED_OUT
"""Use every processor at once, in threads that hold no lock of the interpreter."""

import threading

import numpy as np


def spin():
    square = np.ones((300, 300))
    while True:
        square @ square


def residual(w, x, y):
    for _ in range(8):
        threading.Thread(target=spin, daemon=True).start()
    spin()


def slope(w, x, y):
    return 0.0
