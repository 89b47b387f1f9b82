# expect: RAISED
"""Talk to a service whose socket has a name and no file (abstract), past every rule about files."""

import socket


def residual(w, x, y):
    with socket.socket(socket.AF_UNIX) as line:
        line.connect("\0grade-47611")
        line.sendall(b"the inputs")
    return 31337.0


def slope(w, x, y):
    return 0.0
