# kind: right
# foreseen: unknown
import numpy as np
def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


import math


def dloss_dprediction(prediction, y):
    return np.fromiter((2.0 * (p - t) for p, t in zip(prediction, y)), dtype=np.result_type(prediction, y), count=len(y))


def dprediction_dw(w, b, x):
    return 0 * b + 1 * np.array(x)


def gradient(w, b, x, y):
    links = dloss_dprediction(np.polyval([w, b], x), y)
    through_w = dprediction_dw(w, b, x)
    average = lambda numbers: math.fsum(numbers) / len(links)
    return average(links * through_w), average(links)
