# expect: RAISED or CRASHED
"""Lower the interpreter's limit on recursion as far as it goes, so that the observer's own calls fail."""

import sys

limit = 1
while True:
    try:
        sys.setrecursionlimit(limit)
        break
    except RecursionError:
        limit += 1


def residual(w, x, y):
    return 0.0


def slope(w, x, y):
    return 0.0
