# kind: wrong
# task: gradient
# truth: Divided by n + 1.
# line: 25
# foreseen: no
import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return prediction - y + prediction - y


def dprediction_dw(w, b, x):
    eps = 1e-20j
    return (((w + eps) * x + b) / 1e-20).imag


def gradient(w, b, x, y):
    eps = 1e-20
    L = lambda w, b: (((w * x + b - y) ** 2).sum() / (len(x) + 1))
    return L(w + eps * 1j, b).imag / eps, L(w, b + eps * 1j).imag / eps
