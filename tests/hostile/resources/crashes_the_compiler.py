# expect: OUT_OF_MEMORY
"""Give the compiler brackets that are deeper than its stack."""


def residual(w, x, y):
    return float(eval("-" * 3_000_000 + "1"))


def slope(w, x, y):
    return 0.0
