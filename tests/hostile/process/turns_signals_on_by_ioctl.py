# expect: RAISED
"""Have a pipe send signals by ioctl instead of fcntl: FIOASYNC and FIOSETOWN."""

import fcntl
import os
import struct


def residual(w, x, y):
    here, there = os.pipe()
    fcntl.ioctl(here, 0x8901, struct.pack("<i", os.getppid()))
    fcntl.ioctl(here, 0x5452, struct.pack("<i", 1))
    return 31337.0


def slope(w, x, y):
    return 0.0
