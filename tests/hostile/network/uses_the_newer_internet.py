# expect: RAISED
"""Use addresses of six parts, which rules for the older kind forget."""

import socket


def residual(w, x, y):
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as post:
        post.bind(("::1", 0))
    return 31337.0


def slope(w, x, y):
    return 0.0
