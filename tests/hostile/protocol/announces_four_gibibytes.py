# expect: CRASHED
"""Announce a reply so long that reading it would take all memory."""

import os


def residual(w, x, y):
    os.write(4, b"\xff\xff\xff\xff" + bytes(1000))
    return x


slope = residual
