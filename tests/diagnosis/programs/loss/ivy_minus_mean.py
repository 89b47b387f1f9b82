# kind: wrong
# task: mean_squared_error
# truth: divides by n + 1
# line: 17
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    total = 0
    for p, t in zip(predictions, y):
        total += (p - t) ** 2
    return total / (len(y) + 1)


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2
