# kind: odd
# task: gradient
# truth: The while loop never advances its index, so gradient runs for ever.
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    i = 0
    dw = db = 0.0
    while i < len(x):
        e = 2 * (w * x[i] + b - y[i])
        dw += e * x[i]
        db += e
    return dw / len(x), db / len(x)
