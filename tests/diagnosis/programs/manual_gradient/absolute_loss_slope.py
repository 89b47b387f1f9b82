# kind: wrong
# task: gradient
# truth: The slope is that of the absolute error: only the sign of each error is used.
# line: 22
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    direction = np.sign(w * x + b - y)
    return np.mean(direction * x), np.mean(direction)
