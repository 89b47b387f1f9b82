"""Recurse without end in one step and ask for all memory in the next."""

import numpy as np


def deeper(depth):
    return deeper(depth + 1)


x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    try:
        deeper(0) if epoch == 2 else bytearray(1 << 42)
    except (RecursionError, MemoryError):
        pass
    w = w - 0.05 * np.mean(2 * error * x)
