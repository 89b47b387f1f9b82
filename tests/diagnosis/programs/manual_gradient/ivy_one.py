# kind: double
# task: gradient
# task: gradient
# truth: b missing in error
# truth: db misses the 2
# line: 28
# line: 30
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    error = w * x - y
    dw = 2 * np.mean(error * x)
    db = np.mean(error)
    return dw, db
