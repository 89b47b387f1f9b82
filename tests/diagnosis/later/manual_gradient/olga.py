# kind: right
# task: gradient
# truth: right: sums in plain Python, divided at the end
# foreseen: unknown
import numpy as np


def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)


def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)


def dprediction_dw(w, b, x):
    return x


def gradient(w, b, x, y):
    pairs = list(zip(x, y))
    total_w = sum((w * xi + b - yi) * xi for xi, yi in pairs)
    total_b = sum(w * xi + b - yi for xi, yi in pairs)
    return total_w / len(pairs) * 2, total_b / len(pairs) * 2
