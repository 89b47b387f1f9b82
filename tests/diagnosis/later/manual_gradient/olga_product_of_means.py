# kind: wrong
# task: gradient
# truth: the mean error is multiplied by the mean input, in place of the mean of the products
# line: 23
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    error = w * x + b - y
    dw = 2 * error.mean() * x.mean()
    db = 2 * error.mean()
    return dw, db
