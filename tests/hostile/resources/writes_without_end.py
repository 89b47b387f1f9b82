# expect: TIMED_OUT
"""Write to the standard streams themselves, past Python, for as long as anybody reads."""

import os


def residual(w, x, y):
    while True:
        os.write(1, b"passed\n" * 9000)
        os.write(2, b"passed\n" * 9000)


def slope(w, x, y):
    return 0.0
