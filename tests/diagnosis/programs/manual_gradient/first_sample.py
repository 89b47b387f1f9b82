# kind: wrong
# task: gradient
# truth: The return stands inside the loop, so only the first sample's share is returned.
# line: 34
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
    n = len(x)
    dw = db = 0.0
    for i in range(n):
        e = w * x[i] + b - y[i]
        dw += 2 * e * x[i] / n
        db += 2 * e / n
        return dw, db
