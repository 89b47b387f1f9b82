import numpy as np


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    e = predictions - y
    return e @ e / e.size


def half_squared_error(outputs, targets):
    e = outputs - targets
    return np.dot(e, e) / 2
