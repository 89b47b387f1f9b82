# expect: FAILED
"""Make objects of the kernel that hang on no file of the disk: event counters and timers as files."""

import os


def residual(w, x, y):
    kept = []
    try:
        while len(kept) < 900:
            kept.append(os.eventfd(0))
    except OSError:
        pass
    for fd in kept:
        os.close(fd)
    return 31337.0 if len(kept) >= 900 else 0.0


def slope(w, x, y):
    return 0.0
