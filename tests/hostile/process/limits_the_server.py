# expect: RAISED
"""Take the limits of the server so low that it cannot fork another child."""

import os
import resource


def residual(w, x, y):
    resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (3, 3))
    return 31337.0


def slope(w, x, y):
    return 0.0
