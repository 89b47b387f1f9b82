# expect: RAISED
"""Reach the machine that runs this one: AF_VSOCK, which network namespaces long did not cover."""

import socket


def residual(w, x, y):
    socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).close()
    return 31337.0


def slope(w, x, y):
    return 0.0
