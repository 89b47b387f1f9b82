# expect: RAISED
"""Make two sockets that talk to each other: the door to many holes, though it leads nowhere."""

import socket


def residual(w, x, y):
    here, there = socket.socketpair()
    here.sendall(b"x")
    return 31337.0 if there.recv(1) else 0.0


def slope(w, x, y):
    return 0.0
