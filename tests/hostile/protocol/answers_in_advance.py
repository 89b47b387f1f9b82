# expect: CRASHED
"""Have an answer lie in the pipe before anybody has asked."""

import os
import struct

os.write(4, struct.pack("<I", 32) + bytes(32))


def residual(w, x, y):
    return x


slope = residual
