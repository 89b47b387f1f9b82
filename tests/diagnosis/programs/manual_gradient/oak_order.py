# kind: double
# task: dloss_dprediction
# task: gradient
# truth: The parameters are in another order.
# truth: The parameters are in another order.
# line: 13, 19
# foreseen: unknown
import numpy as np
def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(y, prediction):
    return 2 * (prediction - y)

def dprediction_dw(x, w, b):
    return x

def gradient(x, y, w, b):
    p = w * x + b
    return np.mean(2 * (p - y) * x), np.mean(2 * (p - y))
