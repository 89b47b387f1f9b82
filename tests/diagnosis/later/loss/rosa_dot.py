# kind: right
# task: half_squared_error
# truth: right: dot products
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    return np.dot(predictions - y, predictions - y) / y.size


def half_squared_error(outputs, targets):
    return (outputs - targets) @ (outputs - targets) / 2
