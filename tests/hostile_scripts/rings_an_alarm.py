"""Have a timer raise an exception every hundredth of a second, between any two steps of what looks at it."""

import signal

import numpy as np


def ring(*given):
    raise ArithmeticError("now")


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    w = w - 0.05 * np.mean(2 * error * x)
