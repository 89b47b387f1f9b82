# expect: RAISED
"""Raise an exception that has the name and the words of the grader's own end of time."""

class Total(Exception):
    pass


def residual(w, x, y):
    raise Total("30")


slope = residual
