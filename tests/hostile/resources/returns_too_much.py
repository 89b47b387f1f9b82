# expect: RAISED
"""Return more than anybody asked for: too large, and without an end."""

import numpy as np


def residual(w, x, y):
    return np.zeros((3000, 3000))


def slope(w, x, y):
    endless = []
    endless.append(endless)
    return endless
