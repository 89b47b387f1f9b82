# expect: FAILED
"""Return an object that is another number whenever it is looked at."""

import numpy as np


class Wavering:
    ndim = 0
    looks = 0

    def __array__(self, *args, **words):
        Wavering.looks += 1
        return np.asarray(float(Wavering.looks))

    def __float__(self):
        Wavering.looks += 1
        return float(Wavering.looks)


def residual(w, x, y):
    return [Wavering(), Wavering(), Wavering()]


def slope(w, x, y):
    return Wavering()
