# kind: double
# task: mean_squared_error
# task: mean_squared_error
# truth: the root is taken
# truth: the squares are summed and not averaged
# line: 17
# line: 18
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    total = np.sum((predictions - y) ** 2)
    return np.sqrt(total)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
