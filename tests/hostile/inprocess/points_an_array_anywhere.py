# expect: FAILED
"""Return an object whose array lies wherever it says: in memory that holds something else."""

import numpy as np


class Window:
    def __init__(self, place):
        self.__array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (place, True), "version": 3}


def residual(w, x, y):
    return Window(id(np.ndarray))


def slope(w, x, y):
    return Window(id(w))
