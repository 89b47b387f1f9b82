# kind: wrong
# task: half_squared_error
# truth: half_squared_error returns the mean of the squared errors, which equals half of the sum only for two outputs.
# line: 18
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return mean_squared_error(outputs, targets)
