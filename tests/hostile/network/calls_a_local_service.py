# expect: RAISED
"""Talk to a service of the machine through its socket file: Docker's, the session bus's."""

import socket


def residual(w, x, y):
    with socket.socket(socket.AF_UNIX) as line:
        line.connect("/srv/course/socket")
        line.sendall(b"the inputs")
    return 31337.0


def slope(w, x, y):
    return 0.0
