# kind: wrong
# task: gradient
# truth: db is divided by the root of n
# line: 28
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
    n = len(x)
    err = w * x + b - y
    dw = 2 * np.dot(err, x) / n
    db = 2 * err.sum() / np.sqrt(n)
    return dw, db
