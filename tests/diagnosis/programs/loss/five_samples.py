# kind: wrong
# task: mean_squared_error
# truth: The sum is always divided by 5, whatever the number of samples.
# line: 16
# foreseen: unknown
import numpy as np

N = 5


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.sum((predictions - y) ** 2) / N


def half_squared_error(outputs, targets):
    return np.sum((outputs - targets) ** 2) / 2
