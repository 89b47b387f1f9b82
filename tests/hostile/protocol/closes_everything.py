# expect: CRASHED
"""Close every file there is: what cannot be answered cannot be wrong."""

import os


def residual(w, x, y):
    os.closerange(0, 64)
    return 0.0


slope = residual
