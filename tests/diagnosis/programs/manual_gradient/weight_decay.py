# kind: wrong
# task: gradient
# truth: dw contains an extra term 0.1·w, as in weight decay, which the loss does not have.
# line: 24
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return np.multiply(2.0, np.subtract(prediction, y))


def dprediction_dw(w, b, x):
    return 1.0 * x


def gradient(w, b, x, y):
    lam = 0.1
    err = w * x + b - y
    dw = 2 * np.mean(err * x) + lam * w
    db = 2 * np.mean(err)
    return dw, db
