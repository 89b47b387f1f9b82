# kind: wrong
# task: dloss_dprediction
# truth: The 2 from differentiating the square is missing.
# line: 14
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return prediction - y


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    error = w * x + b - y
    return np.mean(2 * error * x), np.mean(2 * error)
