# expect: RAISED
"""Write into the file of the observer, so that the next server starts with another one."""

import sys


def residual(w, x, y):
    with open(sys.modules["grader.inside.observe"].__file__, "r+b"):
        return 31337.0


def slope(w, x, y):
    return 0.0
