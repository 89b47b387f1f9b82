"""Assign to ten thousand names in each step."""

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    for number in range(10_000):
        globals()[f"parameter_{number}"] = number * loss
    w = w - 0.05 * np.mean(2 * error * x)
