# kind: wrong
# task: dloss_dprediction
# truth: Every sample's slope is divided by the number of samples, as if it belonged to the mean.
# line: 15
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    n = len(y)
    return 2 * (prediction - y) / n


def dprediction_dw(w, b, x):
    return 1.0 * x


def gradient(w, b, x, y):
    X = np.stack([x, np.ones(len(x))], axis=1)
    theta = np.array([w, b])
    grad = 2 / len(x) * X.T @ (X @ theta - y)
    return grad[0], grad[1]
