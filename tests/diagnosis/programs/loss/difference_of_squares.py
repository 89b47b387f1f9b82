# kind: wrong
# task: squared_error
# truth: squared_error subtracts the squares of prediction and target instead of squaring their difference.
# line: 10
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return prediction**2 - y**2


def mean_squared_error(predictions, y):
    e = predictions - y
    return e @ e / e.size


def half_squared_error(outputs, targets):
    e = targets - outputs
    return np.dot(e, e) / 2
