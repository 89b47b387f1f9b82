# expect: FAILED
"""Change what the experiment of the page computes by arguments whose operators are overridden."""

import numpy as np


class Descending(float):
    def __rsub__(self, other):
        return self

    __mul__ = __rmul__ = __sub__ = __rsub__

    def __array__(self, *args, **words):
        return np.asarray(2.0)


def residual(w, x, y):
    return Descending(2.0)


slope = residual
