# expect: CRASHED
"""Send a frame of no length at all."""

import os


def residual(w, x, y):
    os.write(4, bytes(4))
    os._exit(0)


slope = residual
