# kind: wrong
# task: half_squared_error
# truth: half is inside the square
# line: 18
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return np.sum((0.5 * (outputs - targets)) ** 2)
