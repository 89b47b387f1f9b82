# kind: wrong
# task: mean_squared_error
# truth: Errors are clipped to the range from -1 to 1 before they are squared.
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return np.square(y - prediction)


def mean_squared_error(predictions, y):
    e = np.clip(predictions - y, -1.0, 1.0)
    return e @ e / e.size


def half_squared_error(outputs, targets):
    e = targets - outputs
    return np.dot(e, e) / 2
