# expect: TIMED_OUT
"""Compute one number that has no end, in one step of the interpreter."""


def residual(w, x, y):
    return float((9**9**7) % 7 + (7**9**7) % 5 + (11**9**7) % 3 + (13**9**7) % 3)


def slope(w, x, y):
    return 0.0
