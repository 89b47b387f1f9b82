# kind: wrong
# task: gradient
# truth: divided by n - 1
# line: 44
# foreseen: no
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    """Return the slope of (prediction - y)² with respect to the prediction, for every sample.

    prediction, y: arrays of shape (n,).  Returns an array of shape (n,).
    """
    return np.array([2 * (p - t) for p, t in zip(prediction, y)])


def dprediction_dw(w, b, x):
    """Return the slope of w·x + b with respect to w, for every sample.

    w, b: numbers.  x: an array of shape (n,).  Returns an array of shape (n,).
    """
    return np.array(list(x))


def gradient(w, b, x, y):
    """Return the pair (dL/dw, dL/db) of the mean squared error, two numbers.

    w, b: numbers.  x, y: arrays of shape (n,).
    """
    n = 0
    sum_w = sum_b = 0.0
    for xi, yi in zip(x, y):
        residual = w * xi + b - yi
        sum_w += 2 * residual * xi
        sum_b += 2 * residual
        n += 1
    return sum_w / (n - 1), sum_b / (n - 1)

