# kind: wrong
# task: mean_squared_error
# truth: The length of the error vector is divided by n without being squared first.
# line: 15
# foreseen: unknown
import numpy as np
from numpy.linalg import norm


def squared_error(prediction, y):
    return pow(prediction - y, 2)


def mean_squared_error(predictions, y):
    return norm(predictions - y) / len(y)


def half_squared_error(outputs, targets):
    return norm(outputs - targets) ** 2 * 0.5
