# kind: right
# foreseen: unknown
# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return np.array(x, copy=True)


def gradient(w, b, x, y):
    X = np.vander(x, 2)
    theta = np.array([w, b])
    dw, db = 2 / len(y) * (X.T @ X @ theta - X.T @ y)
    return dw, db
