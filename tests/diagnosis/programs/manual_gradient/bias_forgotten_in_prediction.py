# kind: wrong
# task: gradient
# truth: The prediction inside gradient leaves out the bias.
# line: 19
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return -2 * (y - prediction)


def dprediction_dw(w, b, x):
    return x.copy()


def gradient(w, b, x, y):
    m = x.shape[0]
    r = w * x - y
    return 2 / m * np.dot(r, x), 2 / m * r.sum()
