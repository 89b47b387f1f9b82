# expect: FAILED
"""Send packets with a sender of one's choice, or a ping."""

import socket


def residual(w, x, y):
    for kind in (socket.SOCK_RAW, socket.SOCK_DGRAM):
        try:
            socket.socket(socket.AF_INET, kind, socket.IPPROTO_ICMP).close()
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
