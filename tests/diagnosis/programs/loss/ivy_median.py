# kind: wrong
# task: mean_squared_error
# truth: median in place of the mean
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.median((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2
