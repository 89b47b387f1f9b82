"""Put names among its own that are none: a line break, nothing, a number."""

import numpy as np

globals()["a\nb\x1b[2J"] = 1.0
globals()[""] = 2.0
globals()[5] = np.zeros(3)
globals()[None] = np.zeros(3)

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    w = w - 0.05 * np.mean(2 * error * x)
