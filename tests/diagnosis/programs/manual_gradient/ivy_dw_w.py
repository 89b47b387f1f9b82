# kind: wrong
# task: dprediction_dw
# truth: w is returned
# line: 21
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return w * x / x


def gradient(w, b, x, y):
    link = dloss_dprediction(w * x + b, y)
    return np.mean(link * dprediction_dw(w, b, x)), np.mean(link)
