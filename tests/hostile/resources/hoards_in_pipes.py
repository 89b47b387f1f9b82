# expect: FAILED
"""Hide memory in the kernel: a thousand pipes, each filled to the brim."""

import os


def residual(w, x, y):
    kept = 0
    for _ in range(800):
        try:
            here, there = os.pipe2(os.O_NONBLOCK)
            kept += os.write(there, bytes(65536))
        except OSError:
            break
    return 31337.0 if kept > 20_000_000 else 0.0


def slope(w, x, y):
    return 0.0
