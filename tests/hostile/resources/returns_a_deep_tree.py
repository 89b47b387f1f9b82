# expect: RAISED
"""Return lists in lists, so deep that whoever walks through them falls."""


def residual(w, x, y):
    tree = [1.0]
    for _ in range(100_000):
        tree = [tree]
    return tree


def slope(w, x, y):
    return 0.0
