# kind: double
# task: squared_error
# task: half_squared_error
# truth: power three
# truth: a mean in place of sum
# line: 13
# line: 21
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return abs(prediction - y) ** 3


def mean_squared_error(predictions, y):
    return np.mean((predictions - y) ** 2)


def half_squared_error(outputs, targets):
    return 0.5 * np.mean((outputs - targets) ** 2)
