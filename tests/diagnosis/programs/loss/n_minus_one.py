# kind: wrong
# task: mean_squared_error
# truth: The sum of the squares is divided by n - 1 instead of n.
# line: 19
# foreseen: unknown
import numpy as np


def squared_error(prediction, y):
    error = prediction - y
    return error * error


def mean_squared_error(predictions, y):
    total = 0.0
    for i in range(len(predictions)):
        total += squared_error(predictions[i], y[i])
    n = len(predictions)
    return total / max(n - 1, 1)


def half_squared_error(outputs, targets):
    total = 0.0
    for o, t in zip(outputs, targets):
        total += squared_error(o, t)
    return total / 2
