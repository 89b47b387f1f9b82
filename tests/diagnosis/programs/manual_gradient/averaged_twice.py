# kind: wrong
# task: gradient
# truth: The slopes are divided by the number of samples twice.
# line: 20 or 19
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return -2 * (y - prediction)


def dprediction_dw(w, b, x):
    return x.copy()


def gradient(w, b, x, y):
    m = x.shape[0]
    d = dloss_dprediction(w * x + b, y) / m
    return np.mean(d * x), np.mean(d)
