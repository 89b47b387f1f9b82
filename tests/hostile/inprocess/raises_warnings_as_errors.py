# expect: FAILED
"""Turn every warning and every slip of arithmetic into an exception, in the observer's steps as well."""

import warnings

import numpy as np

np.seterr(all="raise")
warnings.simplefilter("error")


def residual(w, x, y):
    warnings.resetwarnings()
    return x


def slope(w, x, y):
    return 0.5
