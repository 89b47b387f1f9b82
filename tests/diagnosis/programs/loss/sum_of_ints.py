# kind: wrong
# task: half_squared_error
# truth: The errors are converted to integers before they are squared.
# line: 19
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return (prediction - y) ** 2


def mean_squared_error(predictions, y):
    n = predictions.shape[0]
    return np.sum(np.power(predictions - y, 2)) / n


def half_squared_error(outputs, targets):
    error = (outputs - targets).astype(int)
    return np.sum(np.power(error, 2)) / 2
