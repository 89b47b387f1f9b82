# kind: wrong
# task: mean_squared_error
# truth: The squared errors are returned one by one; their mean is never taken.
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return (predictions - y) ** 2


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
