# kind: wrong
# task: gradient
# truth: The pair is returned in the wrong order, db before dw.
# line: 26
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    prediction = w * x + b
    link1 = dloss_dprediction(prediction, y)
    dw = np.mean(link1 * x)
    db = np.mean(link1)
    return db, dw
