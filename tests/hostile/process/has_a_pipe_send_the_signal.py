# expect: RAISED
"""Have the kernel send the signal when a pipe becomes ready: F_SETOWN names whom, F_SETSIG which."""

import fcntl
import os


def residual(w, x, y):
    here, there = os.pipe()
    fcntl.fcntl(here, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(here, 10, 9)
    fcntl.fcntl(here, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(there, b"now")
    return 31337.0


def slope(w, x, y):
    return 0.0
