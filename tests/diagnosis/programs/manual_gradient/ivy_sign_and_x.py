# kind: double
# task: dloss_dprediction
# task: gradient
# truth: the absolute error is taken
# truth: x squared for dw
# line: 20
# line: 29
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * np.abs(prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    e = w * x + b - y
    return 2 * np.mean(e * x * x), 2 * np.mean(e)
