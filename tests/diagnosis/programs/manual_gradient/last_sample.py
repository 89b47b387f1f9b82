# kind: wrong
# task: gradient
# truth: The slopes are overwritten in each round, so only the last sample's slopes are returned.
# line: 30
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    out = np.zeros(len(y))
    for i in range(len(y)):
        out[i] = 2 * prediction[i] - 2 * y[i]
    return out


def dprediction_dw(w, b, x):
    out = []
    for xi in x:
        out.append(xi)
    return np.array(out)


def gradient(w, b, x, y):
    for i in range(len(x)):
        p = w * x[i] + b
        dw = 2 * (p - y[i]) * x[i]
        db = 2 * (p - y[i])
    return dw, db
