# kind: odd
# task: dloss_dprediction
# truth: ^ stands for the power.
# line: 13
# foreseen: no
import numpy as np
def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return ((prediction - y) ^ 1) * 2


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    p = w * x + b
    return np.mean(dloss_dprediction(p, y) * x), np.mean(dloss_dprediction(p, y))
