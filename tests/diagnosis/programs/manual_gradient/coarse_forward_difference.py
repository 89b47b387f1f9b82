# kind: wrong
# task: gradient
# truth: The slopes are one-sided differences with a step of 0.1, which are not the exact slopes.
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
    h = 0.1
    base = loss(w, b, x, y)
    dw = (loss(w + h, b, x, y) - base) / h
    db = (loss(w, b + h, x, y) - base) / h
    return dw, db
