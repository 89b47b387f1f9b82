# kind: double
# task: gradient
# task: gradient
# truth: The factor 2 is missing.
# truth: The slopes are summed over the samples instead of averaged.
# line: 21
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return -2 * (y - prediction)


def dprediction_dw(w, b, x):
    return x.copy()


def gradient(w, b, x, y):
    r = w * x + b - y
    return np.dot(r, x), np.sum(r)
