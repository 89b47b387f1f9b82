# expect: RAISED
"""Use the kernel's ciphers by a socket, a corner with a history of holes: AF_ALG."""

import socket


def residual(w, x, y):
    with socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET) as line:
        line.bind(("hash", "sha256"))
    return 31337.0


def slope(w, x, y):
    return 0.0
