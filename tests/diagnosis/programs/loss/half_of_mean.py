# kind: wrong
# task: half_squared_error
# truth: half_squared_error takes half of the mean instead of half of the sum.
# line: 18
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return 0.5 * np.mean((outputs - targets) ** 2)
