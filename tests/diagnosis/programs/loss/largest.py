# kind: wrong
# task: mean_squared_error
# truth: The largest squared error is returned instead of the mean of all.
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    worst = np.max((predictions - y) ** 2)
    return worst


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
