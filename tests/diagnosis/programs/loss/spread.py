# kind: wrong
# task: mean_squared_error
# truth: mean_squared_error returns the variance of the errors, so a common offset of all predictions is lost.
# line: 15
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    residuals = predictions - y
    return np.var(residuals)


def half_squared_error(outputs, targets):
    return 0.5 * np.sum((outputs - targets) ** 2)
