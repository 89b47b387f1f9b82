# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return [p + p - t - t for p, t in zip(prediction, y)]


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    n = len(x)
    gw = gb = 0.0
    for xi, yi in zip(x, y):
        e = yi - (b + w * xi)
        gw -= 2.0 / n * e * xi
        gb -= 2.0 / n * e
    return [gw, gb]
