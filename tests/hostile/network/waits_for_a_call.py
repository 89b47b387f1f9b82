# expect: RAISED
"""Open a port and have somebody outside connect."""

import socket


def residual(w, x, y):
    with socket.socket() as door:
        door.bind(("0.0.0.0", 0))
        door.listen()
    return 31337.0


def slope(w, x, y):
    return 0.0
