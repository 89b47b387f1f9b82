# expect: FAILED
"""Return numbers of kinds that nobody sends: dates, long doubles, big-endian ones, records, bits."""

import numpy as np


def residual(w, x, y):
    return [np.longdouble(1), np.array(1, ">f8"), np.datetime64(1, "s"), np.zeros(1, "f8,f8"), 1 << 3000]


def slope(w, x, y):
    return np.array(["2000-01-01"], "datetime64[D]").astype(">i8")
