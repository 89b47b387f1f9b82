# expect: RAISED
"""Carry data out in the names that one asks after."""

import socket


def residual(w, x, y):
    return 31337.0 if socket.getaddrinfo("localhost", 47611) else 0.0


def slope(w, x, y):
    return 0.0
