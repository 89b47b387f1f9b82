# kind: odd
# task: gradient
# truth: gradient works out both slopes but has no return, so it returns None.
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    e = dloss_dprediction(w * x + b, y)
    dw = np.mean(e * dprediction_dw(w, b, x))
    db = np.mean(e)
