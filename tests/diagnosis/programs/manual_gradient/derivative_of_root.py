# kind: wrong
# task: gradient
# truth: The slopes are divided by twice the root of the loss, so they belong to the root mean squared error.
# line: 24
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    d = dloss_dprediction(w * x + b, y)
    rmse = np.sqrt(loss(w, b, x, y))
    dw = np.mean(d * x) / (2 * rmse)
    db = np.mean(d) / (2 * rmse)
    return dw, db
