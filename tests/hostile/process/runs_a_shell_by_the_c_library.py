# expect: FAILED
"""Have the C library run a command: system, which Python's hooks do not see."""

import ctypes


def residual(w, x, y):
    return 31337.0 if ctypes.CDLL(None).system(b"exit 42") >> 8 == 42 else 0.0


def slope(w, x, y):
    return 0.0
