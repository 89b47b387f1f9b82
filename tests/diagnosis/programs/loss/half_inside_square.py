# kind: wrong
# task: half_squared_error
# truth: The half stands inside the square, so the result is a quarter of the sum.
# line: 18
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    error = 0.5 * (outputs - targets)
    return np.sum(error**2)
