# expect: FAILED
"""Write into the tables of NumPy's and Python's types, so that floats compare as equal."""

import ctypes

import numpy as np


def residual(w, x, y):
    # tp_richcompare of float and of ndarray, taken from a type for which everything is equal.
    class Same(float):
        def __eq__(self, other):
            return True

        __le__ = __lt__ = __ge__ = __gt__ = __eq__

    place = 200
    for kind in (float, np.float64):
        ctypes.memmove(id(kind) + place, id(Same) + place, 8)
    return x


slope = residual
