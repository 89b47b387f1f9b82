# kind: right
# task: gradient
# truth: right: the loss as a polynomial of w and b, differentiated
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    xx, x1, xy, y1 = (x * x).mean(), x.mean(), (x * y).mean(), y.mean()
    return 2 * w * xx + 2 * b * x1 - 2 * xy, 2 * w * x1 + 2 * b - 2 * y1
