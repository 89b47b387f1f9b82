"""Train arrays so large that a record of every step would fill the memory and the pipe."""

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

big = np.zeros((1000, 1000))
for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    big = big - 0.05 * np.ones_like(big)
    w = w - 0.05 * np.mean(2 * error * x)
