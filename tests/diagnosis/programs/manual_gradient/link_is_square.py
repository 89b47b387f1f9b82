# kind: wrong
# task: dloss_dprediction
# truth: dloss_dprediction returns the squared error itself instead of its slope.
# line: 14
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return (prediction - y) ** 2


def dprediction_dw(w, b, x):
    return 1.0 * x


def gradient(w, b, x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    theta = np.array([w, b])
    grad = 2 / len(x) * X.T @ (X @ theta - y)
    return grad[0], grad[1]
