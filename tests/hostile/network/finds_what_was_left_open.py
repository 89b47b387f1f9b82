# expect: FAILED
"""Use whatever file somebody left open beside the four that a program gets."""

import os


def residual(w, x, y):
    for fd in (*range(5, 1024), *range(1024, 70_000, 97)):
        try:
            os.fstat(fd)
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
