# expect: FAILED
"""Try the families of sockets that nobody uses, each with its own code in the kernel."""

import socket


def residual(w, x, y):
    for family in (3, 4, 5, 9, 15, 21, 23, 26, 29, 30, 31, 35, 37, 39, 41, 42, 43, 44, 45):
        for kind in (1, 2, 3, 5):
            try:
                socket.socket(family, kind).close()
            except OSError:
                continue
            return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
