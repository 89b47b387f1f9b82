# expect: FAILED
"""Change the inputs in place, so that whoever computes with them afterwards gets what was returned."""


def residual(w, x, y):
    x *= 0
    y *= 0
    return x


def slope(w, x, y):
    x *= 0
    y *= 0
    return 0.5
