# expect: TIMED_OUT
"""Put the pipe into packet mode, in which a short read throws the rest of a packet away: O_DIRECT."""

import fcntl
import os


def residual(w, x, y):
    fcntl.fcntl(4, fcntl.F_SETFL, os.O_DIRECT | os.O_WRONLY)
    return x


def slope(w, x, y):
    return 0.5
