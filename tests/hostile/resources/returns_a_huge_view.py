# expect: OUT_OF_MEMORY
"""Return an array that takes eight bytes and claims a terabyte."""

import numpy as np


def residual(w, x, y):
    return np.broadcast_to(np.zeros(1), (1 << 20, 1 << 17))


def slope(w, x, y):
    return 0.0
