# kind: wrong
# task: gradient
# truth: only the last sample counts: the sums are set anew in every round
# line: 25
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    dw = db = 0.0
    for i in range(len(x)):
        e = w * x[i] + b - y[i]
        dw = 2 * e * x[i] / len(x)
        db = 2 * e / len(x)
    return dw, db
