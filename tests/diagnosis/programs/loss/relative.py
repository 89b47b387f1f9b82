# kind: wrong
# task: mean_squared_error
# truth: Every error is divided by its target before it is squared.
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    relative = (predictions - y) / y
    return np.mean(relative**2)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
