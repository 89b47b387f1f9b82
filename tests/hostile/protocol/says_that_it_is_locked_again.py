# expect: TIMED_OUT
"""Repeat the word by which a fresh child says that it is locked down."""

import os


def residual(w, x, y):
    os.write(4, b"L")
    return x


def slope(w, x, y):
    return 0.5
