# expect: FAILED
"""Return an object with a tensor's methods, each of which says what suits."""

import numpy as np


class Pretender:
    dtype = "float64"
    requires_grad = is_leaf = True
    ndim, shape = 0, ()

    def __getattr__(self, name):
        return lambda *args, **words: self

    def detach(self):
        return self

    def numpy(self):
        return np.asarray(True)

    def __array__(self, *args, **words):
        return np.asarray("passed", dtype=object)


def residual(w, x, y):
    return Pretender()


slope = residual
