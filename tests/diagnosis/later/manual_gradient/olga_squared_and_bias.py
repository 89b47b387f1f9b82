# kind: double
# task: gradient
# task: gradient
# truth: the error is squared in the slope of w
# truth: the slope of b lacks the factor 2
# line: 26
# line: 27
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    e = w * x + b - y
    dw = 2 * np.mean(e**2 * x)
    db = np.mean(e)
    return dw, db
