# expect: RAISED
"""Raise a group of a hundred thousand exceptions, each with a note that clears the screen."""


def residual(w, x, y):
    fault = ExceptionGroup("many", [ValueError(number) for number in range(100_000)])
    fault.add_note("\x1b[2J" * 10_000)
    raise fault


def slope(w, x, y):
    return 0.0
