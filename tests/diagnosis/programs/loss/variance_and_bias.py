# kind: right
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    # spread of the errors plus the square of their mean
    e = predictions - y
    return np.var(e) + np.mean(e) ** 2


def half_squared_error(outputs, targets):
    e = (outputs - targets) / np.sqrt(2)
    return np.sum(e**2)
