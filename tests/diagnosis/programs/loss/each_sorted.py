# kind: wrong
# task: mean_squared_error
# truth: Predictions and targets are sorted separately before they are compared.
# line: 14
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    return np.square(y - prediction)


def mean_squared_error(predictions, y):
    a = np.sort(predictions)
    b = np.sort(y)
    return np.mean(np.square(a - b))


def half_squared_error(outputs, targets):
    e = targets - outputs
    return np.dot(e, e) / 2
