# expect: RAISED
"""Look who else is running: the names of all processes of the machine."""

import os


def residual(w, x, y):
    return 31337.0 if "47612" in os.listdir("/proc") else 0.0


def slope(w, x, y):
    return 0.0
