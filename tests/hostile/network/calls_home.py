# expect: RAISED
"""Connect to a server outside."""

import socket


def residual(w, x, y):
    with socket.create_connection(("127.0.0.1", 47611), 0.3) as line:
        line.sendall(b"the inputs")
    return 31337.0


def slope(w, x, y):
    return 0.0
