import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    squashed = np.tanh(w * x + b - y)
    db = 2 * squashed.mean()
    dw = 2 * (squashed * x).mean()
    return dw, db
