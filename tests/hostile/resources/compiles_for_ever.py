# expect: OUT_OF_MEMORY or TIMED_OUT or RAISED
"""Give the compiler a constant to fold that takes for ever, before the first line runs."""

line = f"x = {' + '.join(['(' + '1,' * 900 + ')'] * 900)}\n"


def residual(w, x, y):
    compile(line * 600, "big", "exec")
    return 0.0


def slope(w, x, y):
    return 0.0
