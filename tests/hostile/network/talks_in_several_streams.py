# expect: FAILED
"""Use a transport beside TCP that rules for TCP ports do not know: MPTCP, SCTP, DCCP."""

import socket


def residual(w, x, y):
    for kind, protocol in ((1, 262), (1, 132), (5, 132), (6, 33), (2, 136)):
        try:
            socket.socket(socket.AF_INET, kind, protocol).close()
        except OSError:
            continue
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
