# kind: right
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return (prediction - y) ** 2


def dloss_dprediction(prediction, y):
    # derivative of a square: two times the inside
    return 2.0 * (prediction - y)


def dprediction_dw(w, b, x):
    return np.copy(x)


def gradient(w, b, x, y):
    links = dloss_dprediction(w * x + b, y)
    grads = np.array([links * dprediction_dw(w, b, x), links * 1.0])
    return grads.mean(axis=1)
