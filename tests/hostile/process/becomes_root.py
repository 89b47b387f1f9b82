# expect: FAILED
"""Become the user who may do everything."""

import os


def residual(w, x, y):
    for ask in (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgid(0)):
        try:
            ask()
        except OSError:
            continue
    return 31337.0 if 0 in (*os.getresuid(), *os.getresgid()) else 0.0


def slope(w, x, y):
    return 0.0
