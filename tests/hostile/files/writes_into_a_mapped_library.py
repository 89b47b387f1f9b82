# expect: RAISED
"""Write to the library that every process has mapped, through the name that /proc gives to the mapping."""

import os


def residual(w, x, y):
    for name in os.listdir("/proc/self/map_files"):
        os.open(f"/proc/self/map_files/{name}", os.O_RDONLY)
        return 31337.0
    return 0.0


def slope(w, x, y):
    return 0.0
