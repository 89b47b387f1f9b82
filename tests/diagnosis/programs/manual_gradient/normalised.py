# kind: wrong
# task: gradient
# truth: The gradient is divided by its length, so only its direction is right.
# line: 20
# foreseen: unknown
import numpy as np


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    e = 2 * (w * x + b - y)
    g = np.array([np.mean(e * x), np.mean(e)])
    g = g / (np.linalg.norm(g) + 1e-8)
    return g[0], g[1]
