# expect: RAISED
"""End every process that may be ended."""

import os
import signal


def residual(w, x, y):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.kill(-1, signal.SIGTERM)
    return 31337.0


def slope(w, x, y):
    return 0.0
