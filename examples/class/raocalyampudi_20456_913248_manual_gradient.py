import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    X = np.stack([x, np.ones_like(x)])
    return tuple(2 / len(x) * X @ (w * x + b - y))
