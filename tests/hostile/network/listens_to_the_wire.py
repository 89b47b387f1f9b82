# expect: RAISED
"""See every packet of the machine."""

import socket


def residual(w, x, y):
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 3).close()
    return 31337.0


def slope(w, x, y):
    return 0.0
