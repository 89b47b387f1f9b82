# expect: CRASHED
"""Write into the pipe what is no frame."""

import os


def residual(w, x, y):
    os.write(4, os.urandom(3) + b"\x7f" + os.urandom(200))
    return x


slope = residual
