"""End the process in the middle of the loop, as if all were well."""

import os

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    if epoch == 3:
        os._exit(0)
    w = w - 0.05 * np.mean(2 * error * x)
