# kind: wrong
# task: mean_squared_error
# truth: the variance of the errors is returned: their mean is taken off first
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.var(predictions - y)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
