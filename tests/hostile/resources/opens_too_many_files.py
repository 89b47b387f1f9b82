# expect: FAILED
"""Open files until none is left for anybody."""

import os


def residual(w, x, y):
    kept = []
    try:
        while len(kept) < 900:
            kept.append(os.open(os.devnull, os.O_RDWR))
    except OSError:
        pass
    for fd in kept:
        os.close(fd)
    return 31337.0 if len(kept) >= 900 else 0.0


def slope(w, x, y):
    return 0.0
