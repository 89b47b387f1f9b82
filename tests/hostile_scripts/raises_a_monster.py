"""Raise what is no ordinary exception and cannot be written down."""

import numpy as np


class Monster(BaseException):
    def __str__(self):
        raise self

    __repr__ = __str__


x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    if epoch == 2:
        raise Monster
    w = w - 0.05 * np.mean(2 * error * x)
