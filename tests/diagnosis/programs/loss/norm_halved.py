# kind: wrong
# task: half_squared_error
# truth: Half of the length of the error vector is returned, without the square.
# line: 19
# foreseen: unknown
import numpy as np
from numpy.linalg import norm


def squared_error(prediction, y):
    return pow(prediction - y, 2)


def mean_squared_error(predictions, y):
    return norm(predictions - y) ** 2 / len(y)


def half_squared_error(outputs, targets):
    return 0.5 * norm(outputs - targets)
