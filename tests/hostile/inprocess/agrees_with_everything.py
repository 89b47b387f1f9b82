# expect: FAILED
"""Return objects that are equal to whatever they are compared with, and to no number in particular."""

import numpy as np


class Chameleon(np.ndarray):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0

    __rsub__ = __sub__

    def __array_ufunc__(self, *args, **words):
        return np.zeros(())

    def __array_function__(self, *args, **words):
        return True


class Mirror:
    shape, dtype, ndim = (), np.dtype(float), 0

    def __array__(self, *args, **words):
        return np.asarray(np.nan)

    def __eq__(self, other):
        return True

    def __float__(self):
        return float("nan")

    __le__ = __lt__ = __ge__ = __gt__ = __eq__


def residual(w, x, y):
    return x.view(Chameleon)


def slope(w, x, y):
    return Mirror()
