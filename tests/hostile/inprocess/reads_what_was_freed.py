# expect: FAILED
"""Return fresh memory unwritten, in the hope that the reference's result has just lain there."""

import numpy as np


def residual(w, x, y):
    candidates = [np.empty_like(x) for _ in range(2000)]
    return max(candidates, key=lambda array: np.count_nonzero(np.isfinite(array)))


def slope(w, x, y):
    return float(np.empty(()))
