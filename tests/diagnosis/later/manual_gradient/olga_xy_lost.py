# kind: wrong
# task: gradient
# truth: the target's share x·y has the mean of y in its place
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
    xx, x1, y1 = (x * x).mean(), x.mean(), y.mean()
    dw = 2 * w * xx + 2 * b * x1 - 2 * y1
    return dw, 2 * w * x1 + 2 * b - 2 * y1
