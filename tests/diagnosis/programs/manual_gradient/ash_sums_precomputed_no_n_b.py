# kind: wrong
# task: gradient
# truth: b is not multiplied with n.
# line: 26
# foreseen: no
import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return [2 * (p - t) for p, t in zip(prediction, y)]


def dprediction_dw(w, b, x):
    einheit = np.ones_like(x)
    return einheit * x


def gradient(w, b, x, y):
    n, Sx, Sy, Sxx, Sxy = len(x), x.sum(), y.sum(), x @ x, x @ y
    dw = 2 * (w * Sxx + b * Sx - Sxy) / n
    db = 2 * (w * Sx + b - Sy) / n
    return np.array([dw, db])
