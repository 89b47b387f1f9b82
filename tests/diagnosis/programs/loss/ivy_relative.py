# kind: wrong
# task: squared_error
# truth: the error is divided by the target
# line: 10
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    error = (prediction - y) / y
    return error ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2
