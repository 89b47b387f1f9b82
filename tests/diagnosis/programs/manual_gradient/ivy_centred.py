# kind: wrong
# task: gradient
# truth: x is centred before it is used
# line: 26
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
    err = w * x + b - y
    xc = x - x.mean()
    dw = np.mean(2 * err * xc)
    db = np.mean(2 * err)
    return dw, db
