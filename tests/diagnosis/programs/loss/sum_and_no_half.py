# kind: double
# task: mean_squared_error
# task: half_squared_error
# truth: The squared errors are added up and not divided by n.
# truth: The half is missing.
# line: 16
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.sum((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2)
