# expect: FAILED
"""Reseed every generator there is, and have the seed forgotten."""

import random

import numpy as np

random.seed = np.random.seed = np.random.default_rng = lambda *args, **words: np.random.RandomState(0)
np.random.set_state(np.random.RandomState(0).get_state())


def residual(w, x, y):
    return x


def slope(w, x, y):
    return 0.5
