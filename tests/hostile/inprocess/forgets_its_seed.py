# expect: RAISED
"""Take away what the observer needs to seed the luck, so that it fails outside of every guard."""

import random

import numpy as np

random.seed = np.random.seed = 5


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 0.5
