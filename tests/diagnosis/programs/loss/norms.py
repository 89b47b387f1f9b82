# kind: right
# foreseen: unknown
import numpy as np
from numpy.linalg import norm


def squared_error(prediction, y):
    return pow(prediction - y, 2)


def mean_squared_error(predictions, y):
    return norm(predictions - y) ** 2 / len(y)


def half_squared_error(outputs, targets):
    return norm(outputs - targets) ** 2 * 0.5
