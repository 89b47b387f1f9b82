# kind: double
# task: dloss_dprediction
# task: gradient
# truth: The 2 is missing.
# truth: The slope for w is divided by n twice.
# line: 15, 23
# foreseen: unknown
import numpy as np
def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    residual = np.subtract(prediction, y)
    return residual

def dprediction_dw(w, b, x):
    return x * np.ones(x.shape)

def gradient(w, b, x, y):
    link = dloss_dprediction(w * x + b, y)
    pairs = np.vstack([link * dprediction_dw(w, b, x), link])
    return tuple(pairs.mean(axis=1) / [len(x), 1])
