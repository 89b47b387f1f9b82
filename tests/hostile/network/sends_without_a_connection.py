# expect: RAISED
"""Send what was seen in a packet that needs no connection, which Landlock does not cover."""

import socket


def residual(w, x, y):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as post:
        post.sendto(b"the inputs", ("127.0.0.1", 47611))
    return 31337.0


def slope(w, x, y):
    return 0.0
