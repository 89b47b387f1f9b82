# expect: FAILED
"""Return an array whose numbers are masked, so that every comparison of them is masked, too."""

import numpy as np


def residual(w, x, y):
    return np.ma.masked_all(len(x))


def slope(w, x, y):
    return np.ma.masked
