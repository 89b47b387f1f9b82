# expect: TIMED_OUT
"""A file that does not get as far as its functions, inside a native call that holds the interpreter."""

import re

re.match("(a+)+$", "a" * 60 + "b")


def residual(w, x, y):
    return w * x - y
