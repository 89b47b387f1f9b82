# kind: wrong
# task: gradient
# truth: db uses dw already
# line: 27
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
    e = w * x + b - y
    dw = np.mean(2 * e * x)
    db = np.mean(2 * (dw * x + b - y))
    return dw, db
