# expect: CRASHED or RAISED or TIMED_OUT
"""Call itself until the stack ends, with the limit on that switched off."""

import sys


def residual(w, x, y):
    sys.setrecursionlimit(1 << 20)

    def deeper(level):
        return deeper(level + 1) + 1

    return float(deeper(0) > 1 << 21)


def slope(w, x, y):
    return 0.0
