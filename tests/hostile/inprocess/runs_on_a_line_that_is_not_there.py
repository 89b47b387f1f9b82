# expect: RAISED
"""Raise in code that says that it stands in the program's file, in its two billionth line."""


def residual(w, x, y):
    code = compile("1 / 0", residual.__code__.co_filename, "exec")
    exec(code.replace(co_firstlineno=2**31 - 1))


def slope(w, x, y):
    return 0.0
