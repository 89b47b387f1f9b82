# kind: double
# task: mean_squared_error
# task: half_squared_error
# truth: the errors are cubed
# truth: the half is missing
# line: 17
# line: 21
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 3)


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2)
