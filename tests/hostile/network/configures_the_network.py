# expect: RAISED
"""Ask the kernel for its interfaces and routes: netlink."""

import socket


def residual(w, x, y):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as line:
        line.bind((0, 0))
    return 31337.0


def slope(w, x, y):
    return 0.0
