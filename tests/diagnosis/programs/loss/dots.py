# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return np.square(y - prediction)


def mean_squared_error(predictions, y):
    e = predictions - y
    return e @ e / e.size


def half_squared_error(outputs, targets):
    e = targets - outputs
    return np.dot(e, e) / 2
