# expect: FAILED
"""Write a whole number that no float holds, for a grader that tries half of it."""


def residual(w, x, y):
    return w * x + y + 0 * (w > 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff)  # noqa: E501


def slope(w, x, y):
    return 0.5 * w
