# kind: wrong
# task: gradient
# truth: The target is missing: the prediction is used in place of the error.
# line: 19
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return -2 * (y - prediction)


def dprediction_dw(w, b, x):
    return x.copy()


def gradient(w, b, x, y):
    p = w * x + b
    return np.mean(2 * p * x), np.mean(2 * p)
