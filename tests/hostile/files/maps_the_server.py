# expect: RAISED
"""Learn where the server has its libraries, which is where every child has them."""

import os


def residual(w, x, y):
    return 31337.0 if "libc" in open(f"/proc/{os.getppid()}/maps").read() else 0.0


def slope(w, x, y):
    return 0.0
