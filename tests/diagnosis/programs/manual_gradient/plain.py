# kind: right
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
    link2 = dprediction_dw(w, b, x)
    return np.mean(link1 * link2), np.mean(link1)
