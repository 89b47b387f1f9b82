# kind: wrong
# task: squared_error
# truth: Without brackets only y is squared, not the difference of prediction and y.
# line: 10
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return prediction - y ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
