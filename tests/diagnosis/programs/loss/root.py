# kind: wrong
# task: mean_squared_error
# truth: mean_squared_error returns the root of the mean squared error.
# line: 16
# foreseen: unknown
import numpy as np
from numpy.linalg import norm


def squared_error(prediction, y):
    return pow(prediction - y, 2)


def mean_squared_error(predictions, y):
    mse = np.mean((predictions - y) ** 2)
    return np.sqrt(mse)


def half_squared_error(outputs, targets):
    return norm(outputs - targets) ** 2 * 0.5
