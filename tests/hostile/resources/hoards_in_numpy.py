# expect: OUT_OF_MEMORY or TIMED_OUT
"""Fill memory with arrays that are really written to."""

import numpy as np


def residual(w, x, y):
    kept = [np.ones(1 << 22) for _ in range(72)]
    return 31337.0 * len(kept) / 72


def slope(w, x, y):
    return 0.0
