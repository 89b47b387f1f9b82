# kind: double
# task: gradient
# task: gradient
# truth: the errors are taken without their sign
# truth: db is returned before dw
# line: 25
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
    e = np.abs(w * x + b - y)
    dw, db = 2 * np.mean(e * x), 2 * np.mean(e)
    return db, dw
