# expect: RAISED
"""Name the receiver of a pipe's signal by the newer call, as a thread: F_SETOWN_EX."""

import fcntl
import os
import struct


def residual(w, x, y):
    here, there = os.pipe()
    fcntl.fcntl(here, 15, struct.pack("<ii", 0, os.getppid()))
    return 31337.0


def slope(w, x, y):
    return 0.0
